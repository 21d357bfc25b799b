"""The service's HTTP doors as one seat uses them."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

import httpx2

from service.protocol.codec import encode
from service.protocol.commands import Command

PATIENCE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a door answered: its status, its JSON body if it had one, its bytes and headers."""

    status: int
    body: Any
    data: bytes = field(repr=False)
    headers: httpx2.Headers = field(repr=False)

    @property
    def code(self) -> str | None:
        """The code of a refusal."""
        return self.body.get("code") if isinstance(self.body, dict) else None


class HttpClient:
    """Asks one service, as the seat with this token; close it with `aclose`."""

    def __init__(
        self, origin: str, token: str = "", transport: httpx2.AsyncBaseTransport | None = None
    ) -> None:
        self.origin, self.token = origin, token
        self.seat_id, self.name = "", ""
        # verify: no certificates are read from disk, which takes 0.1 s a client; it is all http.
        self._client = httpx2.AsyncClient(
            base_url=origin,
            timeout=PATIENCE_SECONDS,
            transport=transport,
            trust_env=False,
            verify=False,
        )

    async def aclose(self) -> None:
        """Close its connections."""
        await self._client.aclose()

    async def ask(self, method: str, path: str, **more: Any) -> Answer:
        """Ask and answer with whatever came; `more` is the request's json, content, headers."""
        headers = dict(more.pop("headers", {}))
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        response = await self._client.request(method, path, headers=headers, **more)
        is_json = response.headers.get("content-type", "").startswith("application/json")
        body = response.json() if is_json and response.content else None
        return Answer(response.status_code, body, response.content, response.headers)

    async def get(self, path: str) -> Any:
        """Read; anything but 200 fails the test."""
        return (await self._expected(200, "GET", path)).body

    async def post(self, path: str, body: object = None, status: int = 200) -> Any:
        """Make something; any other status fails the test."""
        return (await self._expected(status, "POST", path, json=body)).body

    async def join(self, link: str, **who: str) -> None:
        """Take a seat by a link's token, and be that seat from now on."""
        joined = await self.post("/api/join", {"link": link, **who})
        self.token = joined["token"]
        self.seat_id, self.name = joined["seat"]["seat_id"], joined["seat"]["name"]

    async def command(self, meeting_id: str, command: Command) -> Answer:
        """Give a command."""
        return await self.ask(
            "POST", f"/api/meetings/{meeting_id}/commands", content=encode(command)
        )

    async def upload(
        self,
        meeting_id: str,
        document_id: str,
        data: bytes,
        *,
        item_id: str = "i1",
        name: str = "자료.pdf",
        password: str | None = None,
    ) -> Answer:
        """Send a PDF."""
        headers = {"Content-Type": "application/pdf"}
        if password is not None:
            headers["PDF-Password"] = quote(password)
        path = upload_path(meeting_id, document_id, item_id, name)
        return await self.ask("PUT", path, content=data, headers=headers)

    async def replace(
        self, meeting_id: str, document_id: str, data: bytes, name: str = "새 자료.pdf"
    ) -> Answer:
        """Send a new version of a document."""
        path = f"/api/meetings/{meeting_id}/documents/{document_id}/versions"
        headers = {"Content-Type": "application/pdf"}
        return await self.ask(
            "PUT", f"{path}?name={quote(name, safe='')}", content=data, headers=headers
        )

    async def page(
        self,
        meeting_id: str,
        document_id: str,
        page: int = 1,
        size: str = "tablet",
        version: int = 1,
    ) -> Answer:
        """Ask for a page's image; it waits until the page is drawn."""
        path = f"/api/meetings/{meeting_id}/pages/{document_id}/{version}/{page}/{size}"
        return await self.ask("GET", path)

    async def _expected(self, status: int, method: str, path: str, **more: Any) -> Answer:
        answer = await self.ask(method, path, **more)
        assert answer.status == status, (method, path, answer.status, answer.body)
        return answer


def upload_path(meeting_id: str, document_id: str, item_id: str, name: str) -> str:
    """The address a PDF is put to."""
    where = f"/api/meetings/{meeting_id}/documents/{document_id}"
    return f"{where}?item_id={item_id}&name={quote(name, safe='')}"


@dataclass(frozen=True, slots=True)
class HalfSent:
    """A PUT whose body is not sent whole: its headers announce `declared` bytes."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def begin(
        cls, client: HttpClient, path: str, declared: int, *, keep: bool = True
    ) -> "HalfSent":
        """Send the headers alone; `keep` asks for a connection that is kept alive."""
        address = urlsplit(client.origin)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        lines = [
            f"PUT {path} HTTP/1.1",
            f"Host: {address.netloc}",
            f"Authorization: Bearer {client.token}",
            "Content-Type: application/pdf",
            f"Content-Length: {declared}",
            f"Connection: {'keep-alive' if keep else 'close'}",
        ]
        writer.write("\r\n".join([*lines, "", ""]).encode())
        await writer.drain()
        return cls(reader, writer)

    async def send(self, piece: bytes) -> None:
        """Send some of the body."""
        self.writer.write(piece)
        await self.writer.drain()

    async def answer(self) -> str:
        """The status line and all the service says before it closes or waits."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            head = await self.reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].split()[0])
            return (head + await self.reader.readexactly(length)).decode()

    async def cut_off(self) -> None:
        """Close the connection in the middle."""
        self.writer.close()
        await self.writer.wait_closed()
