"""A bound on request bodies: JSON is small, only a PDF may be large."""

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

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise BodyTooLarge
            return message

        try:
            await self._app(scope, counted, send)
        except BodyTooLarge:
            await problem_response(Code.FILE_TOO_LARGE)(scope, receive, send)
