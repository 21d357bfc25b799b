"""One real service for all stories that do not end it; its log is shown when one fails."""

from collections.abc import Generator, Iterator

import pytest

from tests.support.running_service import RunningService, running_service


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    with running_service(tmp_path_factory.mktemp("service") / "data") as service:
        yield service


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    running = item.funcargs.get("service")
    if report.failed and isinstance(running, RunningService):
        report.sections.append(("service's standard error", running.said()[-3_000:]))
    return report
