"""The composition root: every part once, in the order in which things flow.

A  upload -> ingest -> storage -> render -> page image -> tablet
B  tablet -> socket -> meeting (rules, sequencer, log) -> audience -> tablets
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib import metadata, resources
from pathlib import Path

from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from service.api.body_limit import BodyLimit
from service.api.client import client_routes
from service.api.collected import collected_routes
from service.api.commands import command_routes
from service.api.documents import document_routes
from service.api.gate import Gate
from service.api.headers import GuardedHeaders
from service.api.health import health_routes
from service.api.join import join_routes
from service.api.late_end import LateEnd
from service.api.links import link_routes
from service.api.living import take_census
from service.api.meetings import meeting_routes
from service.api.metrics import metrics_routes
from service.api.openapi import Api
from service.api.pages import page_routes
from service.api.problems import Problem, answer_problems
from service.api.request_ids import RequestIds
from service.api.search import search_routes
from service.api.socket import socket_routes
from service.api.status import Watched, status_routes
from service.api.texts import text_routes
from service.api.transfer import transfer_routes
from service.api.versions import version_routes
from service.identity.links import Links
from service.identity.seats import Seats
from service.identity.transfers import Transfers
from service.ingest.intake import Intake
from service.meeting.registry import Registry
from service.observability.census import CensusCollector
from service.observability.loop_lag import watch_lag
from service.observability.metrics import Metrics
from service.observability.probes import can_read, can_write
from service.observability.readiness import Readiness
from service.observability.timed_log import TimedLog
from service.progress import Progress
from service.render.fence.sandbox import Sandbox
from service.render.inspection import Inspector
from service.render.limits import EXPRESS_NICE, ChildLimits, FileLimits
from service.render.pages import Pages
from service.render.press import Press
from service.render.printer import Printer
from service.replacing import Replacing
from service.search.searching import Searches
from service.settings import Settings
from service.versions.compare import Comparer
from service.versions.leaf import PRINT_SIDE
from storage.open import Storage


@dataclass(frozen=True, slots=True)
class House:
    """The running parts that the command line needs besides the app itself."""

    app: FastAPI
    links: Links
    readiness: Readiness


def now() -> int:
    """Milliseconds since 1970-01-01 UTC."""
    return time.time_ns() // 1_000_000


def limits(settings: Settings) -> tuple[FileLimits, ChildLimits]:
    """What a file and a child may take, of the service and of `hanjang check` alike."""
    files = FileLimits(
        pages=settings.max_pages,
        byte_count=settings.max_file_mb * 1_000_000,
        inspect_seconds=settings.inspect_seconds,
        page_seconds=settings.page_seconds,
        document_seconds=settings.document_seconds,
    )
    child = ChildLimits(memory=settings.worker_memory_mib * 1024**2, mapped=files.byte_count)
    return files, child


def build(settings: Settings, storage: Storage, secret: bytes, public_url: str) -> House:
    """Put the house together; nothing runs before the app's lifespan begins."""
    numbers = CollectorRegistry()
    version = metadata.version("hanjang")
    metrics = Metrics(numbers, version)
    links = Links(storage.catalog, secret, now)
    seats = Seats(storage.catalog, links, secret, now)

    files, child = limits(settings)
    pages = Pages(
        storage.catalog,
        storage.blobs,
        presses=[Press(child, files.page_seconds) for _ in range(settings.workers)],
        express=Press(replace(child, nice=EXPRESS_NICE), files.page_seconds),
        document_seconds=files.document_seconds,
    )
    intake = Intake(
        storage.catalog,
        storage.blobs,
        Inspector(files, child),
        pages,
        limits=files,
        now=now,
        at_once=settings.uploads_at_once,
    )

    progress = Progress(pages)
    registry = Registry(TimedLog(storage.log, metrics), now, progress.catch_up, metrics)
    # Its child starts with the first comparison: most meetings need none.
    shrinking = Sandbox("service.render.encoder", child)
    comparer = Comparer(pages.texts, pages, Printer(shrinking, PRINT_SIDE).of_image)
    replacing = Replacing(registry, pages, comparer, progress)
    pages.subscribe(partial(progress.tell, registry))
    census = partial(take_census, registry, pages, storage.written)
    CensusCollector(numbers, census)
    readiness = Readiness(
        {
            "storage_read": partial(can_read, storage.log),
            "storage_write": partial(can_write, storage.log, storage.blobs),
            "drawing": pages.can_draw,
        }
    )

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await pages.start()
        await intake.start()
        lag = asyncio.create_task(watch_lag(metrics.lagged))
        try:
            yield
        finally:
            readiness.stop()
            lag.cancel()
            await intake.aclose()
            await shrinking.aclose()
            await pages.aclose()

    # Behind a proxy a page of ours names its address, while the request may name another host.
    origins = (public_url, *settings.origins)
    gate = Gate(seats, registry)
    app = Api(
        title="한장 Hanjang",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        responses={"4XX": {"model": Problem}, "5XX": {"model": Problem}},
    )
    for routes in (
        join_routes(gate, links, seats, registry),
        transfer_routes(gate, Transfers(seats, secret, now), registry, public_url),
        meeting_routes(gate, storage.catalog, registry),
        link_routes(gate, links, registry, public_url, settings.link_hours),
        command_routes(gate, seats),
        collected_routes(gate, seats),
        document_routes(gate, intake, progress),
        version_routes(gate, intake, replacing),
        text_routes(gate, pages.texts),
        search_routes(gate, pages.texts, Searches(pages.texts, time.perf_counter)),
        page_routes(gate, pages),
        socket_routes(gate, seats, origins, now, watch=metrics),
        status_routes(
            gate,
            Watched(
                version=version,
                since=now(),
                clock=now,
                folder=settings.data,
                registry=registry,
                census=census,
                metrics=metrics,
                readiness=readiness,
            ),
        ),
        metrics_routes(metrics, settings.data, settings.token_for_metrics),
        health_routes(public_url, readiness),
        client_routes(client_folder()),
    ):
        app.include_router(routes)
    answer_problems(app)
    app.add_middleware(LateEnd)
    app.add_middleware(BodyLimit)
    app.add_middleware(GuardedHeaders, origins=origins)
    app.add_middleware(RequestIds)
    return House(app, links, readiness)


def client_folder() -> Path:
    """Where the build put the tablet client."""
    return Path(str(resources.files("service"))) / "web"
