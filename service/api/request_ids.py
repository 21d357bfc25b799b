"""Every request has an id: in all log lines about it, and in the answer for whoever asks us."""

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.ids import new_id

HEADER = "X-Request-Id"


class RequestIds:
    """ASGI middleware; ids are always ours, since a stranger's would stand in our log.

    A socket needs none: from its Hello on, its lines name the seat.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # The server gives each request a task, and so a context, of its own; nothing is put
        # back at the end, so that the lines about what failed after it have their id, too.
        structlog.contextvars.clear_contextvars()
        request = new_id()
        structlog.contextvars.bind_contextvars(request=request)

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault(HEADER, request)
            await send(message)

        await self._app(scope, receive, marked)
