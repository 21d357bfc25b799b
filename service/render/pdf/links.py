"""Where links on a page lead: pages of the same document and web addresses, nothing else."""

import re
import unicodedata
from typing import Any, Final

from service.render.paper import MAX_LINKS, Box, Link
from service.render.pdf.library import mupdf

_WEB: Final = re.compile(r"(https?)(://\S{1,1980})", re.IGNORECASE | re.ASCII)


def web_address(uri: str) -> str | None:
    """The address when it is http or https and holds no white and nothing invisible."""
    match = _WEB.fullmatch(uri.strip())
    if match is None or any(unicodedata.category(char)[0] in "CZ" for char in uri.strip()):
        return None
    return match[1].lower() + match[2]


def links_of(document: Any, page: Any, scale: float, edge: Box) -> tuple[tuple[Link, ...], bool]:
    """The page's links with boxes inside `edge`, and whether there were more than allowed.

    `scale` makes points page units.
    """
    found: list[Link] = []
    link = mupdf.fz_load_links(page.this)
    while link.m_internal:
        if len(found) == MAX_LINKS:
            return tuple(found), True
        box = boxed(link.m_internal.rect, scale, edge)
        uri = link.m_internal.uri or ""
        if box is not None:
            url = web_address(uri)
            aim = None if url is not None else _page_behind(document, uri)
            if url is not None or aim is not None:
                found.append(Link(box=box, page=aim, url=url))
        link = link.next()
    return tuple(found), False


def boxed(rect: Any, scale: float, edge: Box) -> Box | None:
    """A rectangle in points as a box inside the edge; None when nothing of it is there."""
    left, top = max(edge[0], int(rect.x0 * scale)), max(edge[1], int(rect.y0 * scale))
    right, bottom = min(edge[2], round(rect.x1 * scale)), min(edge[3], round(rect.y1 * scale))
    return (left, top, right, bottom) if left < right and top < bottom else None


def _page_behind(document: Any, uri: str) -> int | None:
    """The page of this document that MuPDF's address for a destination means, from 1."""
    if not uri.startswith("#"):
        return None
    place, _, _ = mupdf.fz_resolve_link(document.this, uri)
    page: int = mupdf.fz_page_number_from_location(document.this, place) + 1
    return page if 1 <= page <= document.page_count else None
