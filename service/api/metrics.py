"""`/metrics`, for the machine that watches this one."""

import hmac
from collections.abc import Callable
from ipaddress import ip_address

from fastapi import APIRouter, Request, Response

from service.errors import AccessRefused, Code
from service.observability.metrics import TEXT_FORMAT

FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""Headers by which a proxy says that it stands between: their values are not believed."""


def metrics_routes(text: Callable[[], bytes], token: str | None) -> APIRouter:
    """`text` gives Prometheus' text format to whoever shows `token` (RFC 6750).

    Without a token only programs on this machine may read, which the connection itself must
    show. What a proxy says of its client is never believed; and where one stands on this
    machine and says nothing, everybody seems to come from here: then set a token.
    """
    routes = APIRouter(tags=["service"])

    @routes.get("/metrics", response_class=Response)
    async def metrics(request: Request) -> Response:
        allowed = _shows(request, token) if token is not None else _is_from_here(request)
        if not allowed:
            raise AccessRefused(Code.NOT_ALLOWED)
        return Response(text(), media_type=TEXT_FORMAT, headers={"Cache-Control": "no-store"})

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
