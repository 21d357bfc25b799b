"""The tablet client's files, as the build left them."""

from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

from service.errors import AccessRefused, Code

FOR_EVER = "public, max-age=31536000, immutable"
ALWAYS_ASK = "no-cache"
SCREENS = ("/", "/join", "/desk", "/desk/{meeting_id}", "/meet/{meeting_id}")


def client_routes(folder: Path) -> APIRouter:
    """Every screen's address gives the one page; its assets carry their hash in their name."""
    routes = APIRouter(include_in_schema=False)
    files = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }

    async def page() -> Response:
        return FileResponse(folder / "index.html", headers={"Cache-Control": ALWAYS_ASK})

    for address in SCREENS:
        routes.add_api_route(address, page, methods=["GET"])

    @routes.get("/{name:path}")
    async def file(name: str) -> Response:
        # Only names found at start are served, so none can climb out of the folder.
        path = files.get(name)
        if path is None:
            raise AccessRefused(Code.NOT_FOUND)
        kept = FOR_EVER if name.startswith("assets/") else ALWAYS_ASK
        return FileResponse(path, headers={"Cache-Control": kept})

    return routes
