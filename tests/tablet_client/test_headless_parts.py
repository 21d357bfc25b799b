"""The tablet client's own tests (Vitest) run with everybody else's."""

from tests.support.npm import npm


def test_the_clients_own_tests_pass() -> None:
    done = npm("test")
    assert done.returncode == 0, done.stdout[-8_000:]
    assert " passed" in done.stdout
