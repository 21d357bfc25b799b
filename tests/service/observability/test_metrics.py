"""The metrics: Prometheus' conventions, few series however much happens, numbers that are true."""

import platform
from typing import Any

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families

from service.errors import Code
from service.model import Role
from service.observability.census import Census, CensusCollector
from service.observability.closes import close_word
from service.observability.metrics import Metrics
from service.observability.watch import ACCEPTED
from service.protocol.closing import CloseCode
from service.protocol.message import PROTOCOL_VERSION

UNITS = ("_seconds", "_bytes", "_total", "_info")
THINGS = ("_connections", "_frames", "_lines", "_meetings_live", "_pages")
"""What is counted in things has the thing for its unit."""


@pytest.fixture
def metrics() -> Metrics:
    registry = CollectorRegistry()
    CensusCollector(
        registry,
        lambda: Census(
            connections={role.value: 0 for role in Role} | {"member": 27},
            frames=3,
            byte_count=4_096,
            lagging=1,
            meetings=2,
            to_draw=12,
            syncs=40,
            synced_writes=55,
        ),
    )
    return Metrics(registry, "1.2.3")


def samples(metrics: Metrics) -> dict[tuple[str, ...], float]:
    """Every line of the text: its name and the values of its labels, and its number."""
    families: Any = text_string_to_metric_families(metrics.text().decode())
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def test_names_carry_product_and_unit(metrics: Metrics) -> None:
    families: Any = text_string_to_metric_families(metrics.text().decode())
    ours = {family.name: family for family in families if not family.name.startswith("process_")}
    assert len(ours) > 10
    for name, family in ours.items():
        assert name.startswith("hanjang_")
        assert family.documentation.endswith(".")
        full = f"{name}_total" if family.type == "counter" else name
        assert full.endswith(UNITS + THINGS), full


def test_all_series_exist_before_anything_happens_and_none_is_added(metrics: Metrics) -> None:
    before = set(samples(metrics))
    for code in (*CloseCode, 1000, 1001, 1005, 1006, 3999, 4999):
        metrics.closed(code)
    for outcome in (ACCEPTED, *Code):
        metrics.answered(outcome)
    metrics.resumed("tail")
    metrics.resumed("welcome")
    metrics.signals(5, 2)
    metrics.committed(0.001, 3)
    metrics.published(99.0)
    metrics.lagged(0.0)
    assert set(samples(metrics)) == before
    assert not any(name.endswith("_created") for name, *_ in before)


def test_what_is_told_is_counted(metrics: Metrics) -> None:
    metrics.committed(0.004, 3)
    metrics.committed(0.3, 5)
    metrics.published(0.02)
    metrics.resumed("tail")
    metrics.answered("not_allowed")
    metrics.closed(CloseCode.SLOW)
    metrics.closed(1006)
    metrics.signals(5, 2)
    metrics.signals(0, 1)
    seen = samples(metrics)
    assert seen["hanjang_commit_seconds_count",] == 2
    assert seen["hanjang_commit_seconds_bucket", "0.005"] == 1
    assert seen["hanjang_commit_batch_lines_sum",] == 8
    assert seen["hanjang_fan_out_seconds_bucket", "0.025"] == 1
    assert seen["hanjang_resumes_total", "tail"] == 1
    assert seen["hanjang_resumes_total", "welcome"] == 0
    assert seen["hanjang_commands_total", "not_allowed"] == 1
    assert seen["hanjang_closes_total", "slow"] == 1
    assert seen["hanjang_closes_total", "lost"] == 1
    assert seen["hanjang_signals_total", "passed"] == 5
    assert seen["hanjang_signals_total", "thinned"] == 3
    assert metrics.closes_lately() == {"slow": 1, "lost": 1}


def test_the_census_is_taken_at_each_scrape(metrics: Metrics) -> None:
    seen = samples(metrics)
    assert seen["hanjang_connections", "member"] == 27
    assert seen["hanjang_connections", "screen"] == 0
    assert seen["hanjang_outbox_frames",] == 3
    assert seen["hanjang_outbox_bytes",] == 4_096
    assert seen["hanjang_render_queue_pages",] == 12
    assert seen["hanjang_meetings_live",] == 2
    assert seen["hanjang_syncs_total",] == 40
    assert seen["hanjang_synced_writes_total",] == 55


def test_the_build_is_told(metrics: Metrics) -> None:
    (told,) = (labels for name, *labels in samples(metrics) if name == "hanjang_build_info")
    assert {"1.2.3", str(PROTOCOL_VERSION), platform.python_version()} == set(told)


def test_the_last_minutes_are_kept_beside(metrics: Metrics) -> None:
    metrics.published(0.02)
    metrics.committed(0.004, 1)
    metrics.lagged(0.001)
    spells = [each.spell() for each in (metrics.fan_outs, metrics.commits, metrics.lags)]
    assert [spell.worst for spell in spells if spell is not None] == [0.02, 0.004, 0.001]


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (4001, "slow"),
        (4507, "foreign"),
        (1001, "away"),
        (1002, "malformed"),
        (1006, "lost"),
        (1011, "failed"),
        (4999, "other"),
    ],
)
def test_a_close_code_has_one_word(code: int, word: str) -> None:
    assert close_word(code) == word


def test_two_houses_in_one_process_do_not_meet() -> None:
    one, other = (Metrics(CollectorRegistry(), "1") for _ in range(2))
    one.resumed("tail")
    assert samples(other)["hanjang_resumes_total", "tail"] == 0
