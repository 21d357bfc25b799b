"""The tablet client's files, as the build left them."""

import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header, Response

from service.errors import AccessRefused, Code

FOR_EVER = "public, max-age=31536000, immutable"
ALWAYS_ASK = "no-cache"
SCREENS = ("/", "/join", "/move", "/desk", "/desk/{meeting_id}", "/meet/{meeting_id}", "/status")
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
"""What the build makes; a machine's own list of types may know less."""

PACKED_ALREADY = frozenset({".png", ".woff2"})


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the client, kept in memory: all of them together are about 1 MB."""

    data: bytes
    packed: bytes | None
    media_type: str
    kept: str

    def response(self, accepted: str) -> Response:
        """The file, packed for whoever accepts that (RFC 9110, 12.5.3)."""
        headers = {"Cache-Control": self.kept, "Vary": "Accept-Encoding"}
        if self.packed is not None and "gzip" in accepted:
            headers["Content-Encoding"] = "gzip"
            return Response(self.packed, media_type=self.media_type, headers=headers)
        return Response(self.data, media_type=self.media_type, headers=headers)


def client_routes(folder: Path) -> APIRouter:
    """Every screen's address gives the one page; its assets carry their hash in their name."""
    routes = APIRouter(include_in_schema=False)
    # Only names found now are served, so none can climb out of the folder.
    assets = {
        path.relative_to(folder).as_posix(): _asset(path, folder)
        for path in folder.rglob("*")
        if path.is_file()
    }
    accepts = Annotated[str, Header()]

    async def page(accept_encoding: accepts = "") -> Response:
        return assets["index.html"].response(accept_encoding)

    for address in SCREENS:
        routes.add_api_route(address, page, methods=["GET"])

    @routes.get("/{name:path}")
    async def file(
        name: str, accept_encoding: accepts = "", accept: Annotated[str, Header()] = ""
    ) -> Response:
        asset = assets.get(name)
        if asset is not None:
            return asset.response(accept_encoding)
        if "text/html" not in accept:
            raise AccessRefused(Code.NOT_FOUND)
        # A person mistyped an address: the page has a screen for that, with a way back.
        lost = assets["index.html"].response(accept_encoding)
        lost.status_code = 404
        return lost

    return routes


def _asset(path: Path, folder: Path) -> Asset:
    data = path.read_bytes()
    hashed = path.relative_to(folder).parts[0] == "assets"
    return Asset(
        data=data,
        packed=None if path.suffix in PACKED_ALREADY else gzip.compress(data, mtime=0),
        media_type=MEDIA_TYPES.get(path.suffix, "application/octet-stream"),
        kept=FOR_EVER if hashed else ALWAYS_ASK,
    )
