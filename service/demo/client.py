"""A small client of the service's own HTTP door, made of the standard library alone."""

import asyncio
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

_PATIENCE = 60.0
"""Seconds an answer may take: a 60-page upload is inspected before it is answered."""


class DemoFailed(Exception):
    """The demo could not be set up; the text is one sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Client:
    """Asks the service at `origin` (`http://127.0.0.1:8300`), as the seat with this token.

    Every method blocks no loop; each raises DemoFailed when the service refuses or is gone.
    """

    origin: str
    token: str = ""

    async def get(self, path: str) -> Any:
        """Reads."""
        return await asyncio.to_thread(self._ask, "GET", path, None, {})

    async def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """Makes something from a JSON body."""
        sent = json.dumps(body).encode()
        return await asyncio.to_thread(
            self._ask, "POST", path, sent, {"Content-Type": "application/json"}
        )

    async def command(self, meeting_id: str, command: Mapping[str, Any]) -> None:
        """Gives the meeting a command; sent twice with one `command_id` it counts once."""
        await self.post(f"/api/meetings/{meeting_id}/commands", command)

    async def upload(self, meeting_id: str, document_id: str, item_id: str, file: Path) -> int:
        """Sends a PDF and gives its number of pages; the same upload again changes nothing."""
        asked = urlencode({"item_id": item_id, "name": file.name}, quote_via=quote)
        path = f"/api/meetings/{meeting_id}/documents/{document_id}?{asked}"
        body = await asyncio.to_thread(file.read_bytes)
        answer = await asyncio.to_thread(
            self._ask, "PUT", path, body, {"Content-Type": "application/pdf"}
        )
        return int(answer["pages"])

    def _connection(self) -> HTTPConnection:
        address = urlsplit(self.origin)
        if address.scheme == "http":
            return HTTPConnection(address.netloc, timeout=_PATIENCE)
        ours = ssl.create_default_context()
        # This machine asks itself by an address that no certificate has to name.
        ours.check_hostname, ours.verify_mode = False, ssl.CERT_NONE
        return HTTPSConnection(address.netloc, timeout=_PATIENCE, context=ours)

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Any:
        if self.token:
            headers = headers | {"Authorization": f"Bearer {self.token}"}
        connection = self._connection()
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, HTTPException) as error:
            raise DemoFailed(
                "데모를 준비하는 중에 서버가 대답하지 않았습니다. / "
                "The service did not answer while the demo was being set up."
            ) from error
        finally:
            connection.close()
        return _understood(answer.status, text)


def _understood(status: int, text: bytes) -> Any:
    try:
        found = json.loads(text) if text else None
    except ValueError:
        found = None
    if status < 300:
        return found
    if isinstance(found, dict) and {"ko", "en"} <= found.keys():
        raise DemoFailed(f"{found['ko']} / {found['en']}")
    raise DemoFailed(f"서버가 {status}(으)로 대답했습니다. / The service answered {status}.")
