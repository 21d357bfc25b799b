"""One real service for everything that is thrown at its sockets; at the end it is whole."""

from collections.abc import Iterator

import pytest

from tests.support.running_service import RunningService, running_service


@pytest.fixture(scope="package")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    with running_service(tmp_path_factory.mktemp("wire") / "data") as service:
        yield service
        said = service.said()
        assert "Traceback" not in said, said[-3_000:]
