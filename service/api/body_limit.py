"""A bound on request bodies: JSON is small, only a PDF may be large."""

import contextlib

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.problems import problem_response
from service.errors import Code

MAX_JSON_BYTES = 256 * 1024
"""Twice the largest message of the socket; uploads have a limit of their own."""


class BodyTooLarge(Exception):
    """More bytes came than a JSON body may have."""


class BodyLimit:
    """ASGI middleware: bodies that are no PDF end at MAX_JSON_BYTES with 413."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] == "PUT":
            await self._app(scope, receive, send)
            return
        left = MAX_JSON_BYTES
        answered = False

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise BodyTooLarge
            return message

        async def unless_too_large(message: Message) -> None:
            # A door that catches whatever its body raises would answer that it is malformed.
            nonlocal answered
            if left >= 0:
                answered = True
                await send(message)

        with contextlib.suppress(BodyTooLarge):
            await self._app(scope, counted, unless_too_large)
        if left < 0 and not answered:
            await problem_response(Code.FILE_TOO_LARGE)(scope, receive, send)
