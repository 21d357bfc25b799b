"""The one plain-http page: how a tablet comes to trust this house, and the file it needs for that.

An ASGI app of its own, beside the service: whoever reads it has no secure way here yet, so
it shows nothing of any meeting and takes nothing in.
"""

import io
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from html import escape
from string import Template
from typing import Any

import segno
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from service.tls.authority import fingerprint
from service.tls.trust_words import EN, KO, PAGE, SECTION, Steps

AUTHORITY_FILE = "hanjang-ca.crt"
HEADERS = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    ),
)

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class TrustPage:
    """Answers `/trust` with the steps and `/trust/hanjang-ca.crt` with the authority.

    `page_url` is this page's own address, `service_url` the service's; both are shown.
    """

    authority: x509.Certificate
    page_url: str
    service_url: str

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request (ASGI 3); anything but the two addresses is led to the page."""
        if scope["type"] != "http":
            return
        path = scope["path"]
        if scope["method"] not in ("GET", "HEAD"):
            await _answer(send, 405, b"text/plain", b"")
        elif path == f"/trust/{AUTHORITY_FILE}":
            # iPadOS offers to install, and Android to keep, just what has this type.
            data = self.authority.public_bytes(Encoding.DER)
            await _answer(send, 200, b"application/x-x509-ca-cert", data, name=AUTHORITY_FILE)
        elif path == "/trust":
            await _answer(send, 200, b"text/html; charset=utf-8", self.html().encode())
        else:
            await _answer(send, 307, b"text/plain", b"", to="/trust")

    def html(self) -> str:
        """The page, Korean first."""
        return Template(PAGE).substitute(
            korean=self._section(KO), english=self._section(EN), qr=_qr(self.page_url)
        )

    def _section(self, steps: Steps) -> str:
        def listed(said: tuple[str, ...]) -> str:
            return "".join(f"<li>{escape(each)}</li>" for each in said)

        return Template(SECTION).substitute(
            lang=steps.lang,
            title=escape(steps.title),
            why=escape(steps.why),
            bounds=escape(steps.bounds),
            file=f"/trust/{AUTHORITY_FILE}",
            get=escape(steps.get),
            android=listed(steps.android),
            apple=listed(steps.apple),
            then=escape(steps.then),
            service=escape(self.service_url),
            check=escape(steps.check),
            fingerprint=escape(fingerprint(self.authority)),
        )


def _qr(url: str) -> str:
    """The page's own address as a picture: one screen shows it, every tablet scans it."""
    out = io.BytesIO()
    segno.make(url, error="m").save(out, kind="svg", scale=5, border=4, xmldecl=False, light="#fff")
    return out.getvalue().decode()


async def _answer(
    send: Send, status: int, media_type: bytes, body: bytes, *, name: str = "", to: str = ""
) -> None:
    headers = [*HEADERS, (b"content-type", media_type), (b"content-length", b"%d" % len(body))]
    if name:
        headers.append((b"content-disposition", f'attachment; filename="{name}"'.encode()))
    if to:
        headers.append((b"location", to.encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
