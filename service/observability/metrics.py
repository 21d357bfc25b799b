"""Every number that is counted as it happens, for Prometheus and for the status page.

Names follow Prometheus' conventions: the product's prefix, the unit, `_total` on what only
grows. All series exist from the start, at zero: an alert on a rate needs to see the first.
"""

import platform
import time
from collections.abc import Callable, Iterable

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from service.errors import Code
from service.observability.closes import WORDS, close_word
from service.observability.recent import RecentCounts, RecentTimes
from service.observability.watch import ACCEPTED, Resume
from service.protocol.message import PROTOCOL_VERSION

TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"

COMMIT_SECONDS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5)
"""An append to an SSD takes 0.7 ms, a sync of a spinning disk 10 to 20; past 0.25 s people
notice, and at 5 s SQLite gives up on a lock."""

FAN_OUT_SECONDS = (0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1)
"""A room of 30 takes 0.3 ms, 2,000 tablets 22 to 45 ms; from 0.1 s on a turn is seen late."""

BATCH_LINES = (1, 2, 4, 8, 16, 32, 64, 128)
"""One when nobody writes beside; fifty writers at once make about as many; 128 is the most."""

LAG_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
"""Timers of the loop tick in milliseconds; one turn to 2,000 tablets holds it 25 ms."""


class Metrics:
    """A `Watch` that counts into `registry`; `clock` gives seconds, for the last minutes."""

    def __init__(
        self,
        registry: CollectorRegistry,
        version: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._registry = registry
        # The library's own switch, for the whole process: it would tell of each series when it
        # began, which is of no use here and twice the lines.
        disable_created_metrics()  # type: ignore[no-untyped-call]  # the library's hole
        self._describe(version)
        self._commit = _histogram(
            registry,
            "hanjang_commit_seconds",
            "From asking the log to keep lines until they are durable.",
            COMMIT_SECONDS,
        )
        self._batch = _histogram(
            registry,
            "hanjang_commit_batch_lines",
            "Lines that were kept in one append.",
            BATCH_LINES,
        )
        self._fan_out = _histogram(
            registry,
            "hanjang_fan_out_seconds",
            "From announcing a message until the last tablet's transport or outbox has it.",
            FAN_OUT_SECONDS,
        )
        self._lag = _histogram(
            registry,
            "hanjang_event_loop_lag_seconds",
            "How much later than asked the event loop woke a sleeper.",
            LAG_SECONDS,
        )
        self._resumes = _counters(
            registry,
            "hanjang_resumes_total",
            "Tablets brought up to date, by the entries they lacked or by the whole state.",
            "kind",
            ("tail", "welcome"),
        )
        self._commands = _counters(
            registry,
            "hanjang_commands_total",
            "Commands settled: accepted, or the code of the refusal.",
            "outcome",
            (ACCEPTED, *(code.value for code in Code)),
        )
        self._closes = _counters(
            registry,
            "hanjang_closes_total",
            "Sockets that ended, by close code in words.",
            "code",
            WORDS,
        )
        self._signals = _counters(
            registry,
            "hanjang_signals_total",
            "Pointers and strokes in progress: passed on, or thinned away.",
            "fate",
            ("passed", "thinned"),
        )
        self._disk = Gauge(
            "hanjang_disk_free_bytes", "Room left where the data lies.", registry=registry
        )
        self.commits, self.fan_outs, self.lags = (RecentTimes(clock) for _ in range(3))
        self.recent_closes = RecentCounts(clock)

    def committed(self, seconds: float, lines: int) -> None:
        """Count an append."""
        self._commit.observe(seconds)
        self._batch.observe(lines)
        self.commits.add(seconds)

    def published(self, seconds: float) -> None:
        """Count a message to all."""
        self._fan_out.observe(seconds)
        self.fan_outs.add(seconds)

    def resumed(self, how: Resume) -> None:
        """Count a tablet brought up to date."""
        self._resumes[how].inc()

    def answered(self, outcome: str) -> None:
        """Count a command."""
        self._commands[outcome].inc()

    def closed(self, code: int) -> None:
        """Count a socket that ended."""
        word = close_word(code)
        self._closes[word].inc()
        self.recent_closes.add(WORDS.index(word))

    def signals(self, passed: int, thinned: int) -> None:
        """Count signals."""
        self._signals["passed"].inc(passed)
        self._signals["thinned"].inc(thinned)

    def lagged(self, seconds: float) -> None:
        """Count a sleeper that woke so late."""
        self._lag.observe(seconds)
        self.lags.add(seconds)

    def disk_left(self, byte_count: int) -> None:
        """Note the room on the disk; asking a disk may take long, so a scrape does not."""
        self._disk.set(byte_count)

    def closes_lately(self) -> dict[str, int]:
        """Sockets that ended in the last minutes, by close code in words."""
        return {WORDS[at]: count for at, count in self.recent_closes.counts().items()}

    def text(self) -> bytes:
        """Everything in the registry, in Prometheus' text format."""
        return generate_latest(self._registry)

    def _describe(self, version: str) -> None:
        build = Info("hanjang_build", "What is running.", registry=self._registry)
        build.info(
            {
                "version": version,
                "protocol": str(PROTOCOL_VERSION),
                "python": platform.python_version(),
            }
        )
        ProcessCollector(registry=self._registry)


def _histogram(
    registry: CollectorRegistry, name: str, what: str, buckets: tuple[float, ...]
) -> Histogram:
    return Histogram(name, what, buckets=buckets, registry=registry)


def _counters(
    registry: CollectorRegistry, name: str, what: str, label: str, values: Iterable[str]
) -> dict[str, Counter]:
    counter = Counter(name, what, (label,), registry=registry)
    return {value: counter.labels(value) for value in values}
