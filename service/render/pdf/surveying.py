"""What a document says of itself: outline, page labels, and what it carries besides pages."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from msgspec import msgpack, structs

from service.render.fence.messages import Survey, Written
from service.render.paper import MAX_LABELS, Contents
from service.render.pdf.carried import carried_by
from service.render.pdf.destinations import Destinations
from service.render.pdf.handing_over import hand_over
from service.render.pdf.labels import Numbering, labels
from service.render.pdf.library import mupdf
from service.render.pdf.objects import Looks, Spent, name_of, text_of
from service.render.pdf.outline import outline_of
from service.render.pdf.troubled import PDF_ERRORS

MOST_NUMBERINGS: Final = 20_000
DEEPEST: Final = 20

_T = TypeVar("_T")


def survey(job: Survey, document: Any, memory: int) -> Written:
    """Write the document's Contents; a part that cannot be read is empty."""
    trailer = mupdf.pdf_trailer(mupdf.pdf_document_from_fz_document(document.this))
    catalog = mupdf.pdf_dict_gets(trailer, "Root")
    return hand_over(
        _fitting(
            Contents(
                outline=_as_far(lambda: outline_of(catalog, Destinations(document), Looks())),
                labels=_as_far(lambda: _labels(catalog, document.page_count)),
                carries=_as_far(lambda: carried_by(document, Looks())),
            ),
            job.room,
        ),
        memory,
        job.room,
    )


def _fitting(contents: Contents, room: int) -> bytes:
    """The contents packed; what is too long loses its labels, then the outline's end."""
    body = msgpack.encode(contents)
    if len(body) > room:
        contents = structs.replace(contents, labels=())
        body = msgpack.encode(contents)
    while len(body) > room and contents.outline:
        kept = len(contents.outline) // 2
        contents = structs.replace(contents, outline=contents.outline[:kept])
        body = msgpack.encode(contents)
    return body


def _as_far(part: Callable[[], tuple[_T, ...]]) -> tuple[_T, ...]:
    try:
        return part()
    except PDF_ERRORS:
        return ()


def _labels(catalog: Any, pages: int) -> tuple[str, ...]:
    if pages > MAX_LABELS:
        return ()
    tree = mupdf.pdf_dict_gets(catalog, "PageLabels")
    if not mupdf.pdf_is_dict(tree):
        return ()
    return labels(_numberings(tree), pages)


def _numberings(tree: Any) -> list[Numbering]:
    """The leaves of a number tree (ISO 32000-1, 7.9.7), in its order."""
    found: list[Numbering] = []
    looks = Looks(MOST_NUMBERINGS)
    waiting = [(tree, 0)]
    try:
        while waiting:
            node, depth = waiting.pop()
            looks.take()
            pairs = list(looks.items(mupdf.pdf_dict_gets(node, "Nums")))
            for key, value in zip(pairs[::2], pairs[1::2], strict=False):
                start = mupdf.pdf_dict_gets(value, "St")
                found.append(
                    Numbering(
                        first=mupdf.pdf_to_int(key),
                        style=name_of(mupdf.pdf_dict_gets(value, "S")),
                        prefix=text_of(mupdf.pdf_dict_gets(value, "P")),
                        start=mupdf.pdf_to_int(start) if mupdf.pdf_is_int(start) else 1,
                    )
                )
            if depth < DEEPEST:
                kids = list(looks.items(mupdf.pdf_dict_gets(node, "Kids")))
                waiting += [(kid, depth + 1) for kid in reversed(kids)]
    except Spent:
        pass
    return found
