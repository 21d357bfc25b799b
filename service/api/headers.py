"""Headers of every answer: nothing foreign is loaded, framed, sniffed or referred to."""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.gate import is_ours
from service.api.problems import problem_response
from service.errors import Code

# Content Security Policy Level 3. Images are fetched with the seat's token and shown from
# memory (blob:); the socket needs its scheme named for Safari before 15.4.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob: mediastream:",
        "connect-src 'self' ws: wss:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Over plain http a browser ignores it, and puts an error on the console of every page.
OVER_HTTPS = {"Cross-Origin-Opener-Policy": "same-origin"}


class GuardedHeaders:
    """ASGI middleware: refuses requests of foreign pages, adds the headers to all answers."""

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        self._app, self._origins = app, origins
        self._is_behind_https = any(origin.startswith("https:") for origin in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        is_https = self._is_behind_https or scope["scheme"] == "https"
        added = ALWAYS | OVER_HTTPS if is_https else ALWAYS

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        asked = Headers(scope=scope)
        if is_ours(asked.get("origin"), asked.get("host"), self._origins):
            await self._app(scope, receive, guarded)
        else:
            await problem_response(Code.FOREIGN_ORIGIN)(scope, receive, guarded)
