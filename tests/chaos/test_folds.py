"""The ink a log comes to, told anew: it goes along with its page, or stays where the page was."""

from msgspec.structs import replace

from service.protocol import events as e
from service.protocol.message import StreamName
from tests.chaos.folds import sheets_after
from tests.support import values as v

NOW = (2, 0)
"""The first page is the second in the new version, the second is gone."""


def strokes(*, own: bool) -> dict[str, list[str]]:
    """The strokes by page after two were drawn and their document was replaced."""
    new = replace(v.document(pages=2), version=2)
    replaced = e.DocumentReplaced(document=new, pages=NOW, changed=())
    carried = e.InkCarried(document_id="d1", version=1, pages=NOW)
    entries = [
        v.entry(1, e.StrokeAdded(stroke=v.stroke("a", on=v.page(1)))),
        v.entry(2, e.StrokeAdded(stroke=v.stroke("b", on=v.page(2)))),
        v.entry(3, carried if own else replaced),
    ]
    stream = StreamName.NOTES if own else StreamName.MEETING
    return {
        key: [mark.stroke.stroke_id for mark in marks]
        for (_, key), marks in sheets_after(entries, stream).items()
    }


def test_ink_goes_along_with_its_page_and_stays_where_one_is_gone() -> None:
    assert strokes(own=False) == {"d1.2.2": ["a"], "d1.1.2": ["b"]}
    assert strokes(own=True) == {"d1.2.2": ["a"], "d1.1.2": ["b"]}
