"""What is there at this moment, counted only when somebody asks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector


@dataclass(frozen=True, slots=True)
class Census:
    """Tablets by role (every role is there), what waits for them, meetings, pages to draw.

    `frames` and `byte_count` wait in outboxes and transports; `lagging` tablets have some.
    `syncs` and `synced_writes`: transactions on disk since the start, and writes in them.
    """

    connections: Mapping[str, int]
    frames: int
    byte_count: int
    lagging: int
    meetings: int
    to_draw: int
    syncs: int
    synced_writes: int


class CensusCollector(Collector):
    """Gauges that are read at each scrape, so that nothing is kept up to date in between."""

    def __init__(self, registry: CollectorRegistry, take: Callable[[], Census]) -> None:
        self._take = take
        registry.register(self)

    def describe(self) -> list[Metric]:
        """Nothing beforehand: no census is taken while the house is being put together."""
        return []

    def collect(self) -> Iterator[Metric]:
        """One census as gauges."""
        now = self._take()
        connections = GaugeMetricFamily(
            "hanjang_connections", "Tablets connected now, by role.", labels=("role",)
        )
        for role, count in now.connections.items():
            connections.add_metric((role,), count)
        yield connections
        for name, what, value in (
            ("hanjang_outbox_frames", "Frames that wait in outboxes.", now.frames),
            (
                "hanjang_outbox_bytes",
                "Bytes that wait in outboxes and transports.",
                now.byte_count,
            ),
            ("hanjang_lagging_connections", "Tablets something waits for.", now.lagging),
            ("hanjang_meetings_live", "Meetings in memory.", now.meetings),
            ("hanjang_render_queue_pages", "Pages still to be drawn.", now.to_draw),
        ):
            yield GaugeMetricFamily(name, what, value=value)
        for name, what, value in (
            ("hanjang_syncs", "Transactions synced to the disk.", now.syncs),
            ("hanjang_synced_writes", "Writes in them: a group shares one.", now.synced_writes),
        ):
            yield CounterMetricFamily(name, what, value=value)
