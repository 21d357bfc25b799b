"""One core for what serves, the other for what listens.

Pinned so, two runs differ less, and a server that could use many cores (NATS) has as many
as ours. On a machine with one core nothing is pinned.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_CORES = sorted(os.sched_getaffinity(0))


@contextmanager
def on_the_serving_core() -> Iterator[None]:
    """Processes started inside run on the serving core; this one listens on the other after."""
    os.sched_setaffinity(0, _CORES[:1])
    try:
        yield
    finally:
        os.sched_setaffinity(0, _CORES[1:2] or _CORES)
