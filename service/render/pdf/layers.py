"""Which layers a screen shows, where MuPDF decides otherwise than the standard.

A membership (ISO 32000-1, 8.11.2.2) says from the state of several layers whether something
is seen. MuPDF takes "all on" for "any on" and the other way round, and does not read
expressions. So each membership is worked out here and written down as one MuPDF knows,
in memory only.
"""

from collections.abc import Iterator
from typing import Any, Final

from service.render.pdf.library import mupdf

MOST_OBJECTS: Final = 100_000
"""Objects looked through for memberships: half a second; plans have some hundreds."""

MOST_TERMS: Final = 200
"""Terms of one expression; a shared one counts each time, or 2 to the 40th would be written
in 40 lines."""


def settle_layers(document: Any) -> None:
    """Make every membership of the document say what it means."""
    pdf = mupdf.pdf_document_from_fz_document(document.this)
    layers = mupdf.pdf_dict_getl(mupdf.pdf_trailer(pdf), *_names("Root", "OCProperties", "OCGs"))
    if not mupdf.pdf_array_len(layers):
        return
    some_layer = mupdf.pdf_array_get(layers, 0)
    for xref in range(1, min(document.xref_length(), MOST_OBJECTS)):
        if document.xref_get_key(xref, "Type") != ("name", "/OCMD"):
            continue
        membership = mupdf.pdf_load_object(pdf, xref)
        seen = _is_seen(pdf, membership)
        document.xref_set_key(xref, "VE", "null")
        document.xref_set_key(xref, "OCGs", "null" if seen else _reference(some_layer))
        rule = "/AllOff" if _is_on(pdf, some_layer) else "/AnyOn"
        document.xref_set_key(xref, "P", "null" if seen else rule)


def _is_seen(pdf: Any, membership: Any) -> bool:
    expression = _entry(membership, "VE")
    if mupdf.pdf_is_array(expression):
        return _holds(pdf, expression, iter(range(MOST_TERMS)))
    states = [_is_on(pdf, layer) for layer in _members(_entry(membership, "OCGs"))]
    if not states:
        return True
    match mupdf.pdf_to_name(_entry(membership, "P")):
        case "AllOn":
            return all(states)
        case "AnyOff":
            return not all(states)
        case "AllOff":
            return not any(states)
    return any(states)


def _holds(pdf: Any, expression: Any, terms: Iterator[int]) -> bool:
    """Whether an expression is true; what lies beyond the last of the terms hides nothing."""
    if not mupdf.pdf_is_array(expression) or next(terms, None) is None:
        return _is_on(pdf, expression)
    values = [_holds(pdf, operand, terms) for operand in _members(expression, first=1)]
    match mupdf.pdf_to_name(mupdf.pdf_array_get(expression, 0)):
        case "And":
            return all(values)
        case "Not":
            return not any(values)
    return any(values)


def _is_on(pdf: Any, layer: Any) -> bool:
    # Anything but a dictionary would be looked up in resources that there are none of.
    return not mupdf.pdf_is_dict(layer) or not mupdf.pdf_is_ocg_hidden(
        pdf, mupdf.PdfResourceStack(), "View", layer
    )


def _members(entry: Any, first: int = 0) -> Iterator[Any]:
    """The layers of an entry that is one or an array of them; those that are none left out."""
    if mupdf.pdf_is_array(entry):
        for index in range(first, mupdf.pdf_array_len(entry)):
            member = mupdf.pdf_array_get(entry, index)
            if not mupdf.pdf_is_null(member):
                yield member
    elif mupdf.pdf_is_dict(entry):
        yield entry


def _reference(layer: Any) -> str:
    return f"{mupdf.pdf_to_num(layer)} 0 R"


def _entry(owner: Any, name: str) -> Any:
    return mupdf.pdf_dict_get(owner, mupdf.pdf_new_name(name))


def _names(*names: str) -> list[Any]:
    return [mupdf.pdf_new_name(name) for name in names]
