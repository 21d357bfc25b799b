"""What holds for every test: in CI nothing is skipped, elsewhere every skip is loud."""

import logging
import os
from collections.abc import Generator, Iterator

import pytest
import structlog

IN_CI = os.environ.get("CI") == "true"


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """Log as before once a test is over: a command run in it sets up the logs of its process."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.contextvars.clear_contextvars()
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure in CI, which installs everything that tests need."""
    report = yield
    if IN_CI and report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped although CI could have run it: {reason}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was not tested on this machine."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("NOT TESTED HERE", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(skipped)} tests were skipped; CI runs them all.")
