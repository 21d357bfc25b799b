"""An upload's answer goes out at once, its end only when the upload has come.

A refusal is known after the first bytes, or before. Ended there, a connection that is not
kept alive would be closed across the rest of the file and reset, and whoever sends would
see a lost connection instead of the reason.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_UNREAD_BYTES = 2_000_000_000
"""Read and thrown away after a refusal: four times the largest file; then the reset may come."""


class LateEnd:
    """ASGI middleware: the last piece of the answer to a PUT waits for the rest of its body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "PUT":
            await self._app(scope, receive, send)
            return
        more, left = True, MOST_UNREAD_BYTES

        async def watched() -> Message:
            nonlocal more
            message = await receive()
            more = message["type"] == "http.request" and message.get("more_body", False)
            return message

        async def ended_late(message: Message) -> None:
            nonlocal left
            if message["type"] == "http.response.body" and not message.get("more_body", False):
                await send({**message, "more_body": True})
                while more and left > 0:
                    left -= len((await watched()).get("body", b""))
                message = {"type": "http.response.body", "body": b""}
            await send(message)

        await self._app(scope, watched, ended_late)
