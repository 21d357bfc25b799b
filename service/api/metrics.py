"""`/metrics`, for the machine that watches this one."""

import asyncio
import hmac
from ipaddress import ip_address
from pathlib import Path

from fastapi import APIRouter, Request, Response

from service.api.health import FRESH
from service.errors import AccessRefused, Code
from service.observability.machine import room_at
from service.observability.metrics import TEXT_FORMAT, Metrics

FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""Headers by which a proxy says that it stands between: their values are not believed."""


def metrics_routes(metrics: Metrics, folder: Path, token: str | None) -> APIRouter:
    """Prometheus' text format for whoever shows `token` (RFC 6750); `folder` holds the data.

    Without a token only programs on this machine may read, which the connection itself must
    show. What a proxy says of its client is never believed; and where one stands on this
    machine and says nothing, everybody seems to come from here: then set a token.
    """
    routes = APIRouter(tags=["service"])

    @routes.get("/metrics", response_class=Response)
    async def scrape(request: Request) -> Response:
        allowed = _shows(request, token) if token is not None else _is_from_here(request)
        if not allowed:
            raise AccessRefused(Code.NOT_ALLOWED)
        # In a thread: a network disk that hangs must hold up the scrape alone.
        metrics.disk_left((await asyncio.to_thread(room_at, folder)).free)
        return Response(metrics.text(), media_type=TEXT_FORMAT, headers=FRESH)

    return routes


def _shows(request: Request, token: str) -> bool:
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    # As bytes: a header may hold letters that `compare_digest` refuses in a str.
    right = hmac.compare_digest(shown.strip().encode(), token.encode())
    return right and scheme.lower() == "bearer"


def _is_from_here(request: Request) -> bool:
    if request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        address = ip_address(request.client.host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)  # ::ffff:127.0.0.1, on a socket for both
    return (mapped or address).is_loopback
