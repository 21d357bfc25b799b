"""A document's outline, walked with bounds: it may be huge, crooked or run in circles."""

from typing import Any, Final

from service.render.paper import MAX_OUTLINE, Chapter
from service.render.pdf.destinations import Destinations
from service.render.pdf.library import mupdf
from service.render.pdf.objects import Looks, Spent, text_of

DEEPEST: Final = 20
LONGEST_TITLE: Final = 200


def outline_of(catalog: Any, aims: Destinations, looks: Looks) -> tuple[Chapter, ...]:
    """The chapters in order; what has no title is left out, its children are not.

    A level is at most one deeper than the one before.
    """
    chapters: list[Chapter] = []
    seen: set[int] = set()
    first = mupdf.pdf_dict_gets(mupdf.pdf_dict_gets(catalog, "Outlines"), "First")
    waiting = [(first, 1)]
    try:
        while waiting and len(chapters) < MAX_OUTLINE:
            item, level = waiting.pop()
            number = mupdf.pdf_to_num(item)
            if not mupdf.pdf_is_dict(item) or (number and number in seen):
                continue
            looks.take()
            seen.add(number)
            waiting.append((mupdf.pdf_dict_gets(item, "Next"), level))
            title = text_of(mupdf.pdf_dict_gets(item, "Title"))[:LONGEST_TITLE].strip()
            if title:
                deepest = chapters[-1].level + 1 if chapters else 1
                chapters.append(
                    Chapter(level=min(level, deepest, DEEPEST), title=title, page=aims.of(item))
                )
            waiting.append((mupdf.pdf_dict_gets(item, "First"), level + 1))
    except Spent:
        pass
    return tuple(chapters)
