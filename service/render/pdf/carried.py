"""What a document brings besides pages, found without running, opening or following any."""

from typing import Any, Final

from service.model import Carried
from service.render.pdf.library import mupdf
from service.render.pdf.objects import Looks, Spent, name_of, text_of
from service.render.pdf.troubled import PDF_ERRORS

_ACTIONS: Final = {
    "JavaScript": Carried.JAVASCRIPT,
    "Launch": Carried.LAUNCH,
    "GoToR": Carried.REMOTE,
    "GoToE": Carried.REMOTE,
    "ImportData": Carried.REMOTE,
    "Rendition": Carried.MULTIMEDIA,
    "Movie": Carried.MULTIMEDIA,
    "Sound": Carried.MULTIMEDIA,
    "GoTo3DView": Carried.MULTIMEDIA,
    "RichMediaExecute": Carried.MULTIMEDIA,
    "SubmitForm": Carried.FORM_SENDING,
}
"""ISO 32000-1, 12.6.4: those that reach out of the page."""

_ANNOTATIONS: Final = {
    "FileAttachment": Carried.EMBEDDED_FILES,
    "RichMedia": Carried.MULTIMEDIA,
    "Movie": Carried.MULTIMEDIA,
    "Sound": Carried.MULTIMEDIA,
    "Screen": Carried.MULTIMEDIA,
    "3D": Carried.MULTIMEDIA,
}

_FORM_MARKS: Final = {
    b"<script": Carried.JAVASCRIPT,
    b"<submit": Carried.FORM_SENDING,
    b"<wsdlConnection": Carried.REMOTE,
    b"<xmlConnection": Carried.REMOTE,
}

_LONGEST_FORM: Final = 4 * 1024 * 1024
"""Bytes of each part of a form in XML that are looked at: a large one has 1 MB."""


def carried_by(document: Any, looks: Looks) -> tuple[Carried, ...]:
    """Everything found, in the order of `Carried`, as far as the looks reach."""
    search = _Search(document, looks)
    for part in (search.catalog, search.form, search.outline, search.pages, search.streams):
        try:
            part()
        except Spent:
            break
        except PDF_ERRORS:
            continue
    return tuple(kind for kind in Carried if kind in search.found)


class _Search:
    """One look through a document; every object by its number is looked at once."""

    def __init__(self, document: Any, looks: Looks) -> None:
        self.found: set[Carried] = set()
        self._document = document
        self._pdf = mupdf.pdf_document_from_fz_document(document.this)
        self._looks = looks
        self._seen: set[int] = set()
        trailer = mupdf.pdf_trailer(self._pdf)
        self._catalog = mupdf.pdf_dict_gets(trailer, "Root")

    def catalog(self) -> None:
        """What starts with the document, and what its name trees list."""
        get = mupdf.pdf_dict_gets
        self._action(get(self._catalog, "OpenAction"), by_itself=True)
        self._additional(self._catalog)
        self._files(self._catalog)
        names = get(self._catalog, "Names")
        if get(self._catalog, "Collection").m_internal:
            self.found.add(Carried.EMBEDDED_FILES)
        for name, kind in (
            ("JavaScript", Carried.JAVASCRIPT),
            ("EmbeddedFiles", Carried.EMBEDDED_FILES),
            ("Renditions", Carried.MULTIMEDIA),
        ):
            tree = get(names, name)
            if mupdf.pdf_array_len(get(tree, "Names")) or mupdf.pdf_array_len(get(tree, "Kids")):
                self.found.add(kind)

    def pages(self) -> None:
        """What pages and their annotations do."""
        get = mupdf.pdf_dict_gets
        for number in range(self._document.page_count):
            self._looks.take()
            try:
                page = mupdf.pdf_lookup_page_obj(self._pdf, number)
            except PDF_ERRORS:
                continue
            self._additional(page)
            self._files(page)
            for note in self._looks.items(get(page, "Annots")):
                if mupdf.pdf_is_dict(note) and self._is_new(note):
                    kind = _ANNOTATIONS.get(name_of(get(note, "Subtype")))
                    if kind is not None:
                        self.found.add(kind)
                    self._action(get(note, "A"), by_itself=False)
                    self._additional(note)
                    self._files(note)

    def form(self) -> None:
        """What fields do; a form may hide its scripts in XML (XFA)."""
        form = mupdf.pdf_dict_gets(self._catalog, "AcroForm")
        waiting = list(self._looks.items(mupdf.pdf_dict_gets(form, "Fields")))
        while waiting:
            field = waiting.pop()
            if mupdf.pdf_is_dict(field) and self._is_new(field):
                self._action(mupdf.pdf_dict_gets(field, "A"), by_itself=False)
                self._additional(field)
                waiting += self._looks.items(mupdf.pdf_dict_gets(field, "Kids"))
        forms = mupdf.pdf_dict_gets(form, "XFA")
        for part in (forms, *self._looks.items(forms)):
            if mupdf.pdf_is_stream(part):
                self._written_form(_beginning(part))

    def outline(self) -> None:
        """What the outline's lines do."""
        get = mupdf.pdf_dict_gets
        waiting = [get(get(self._catalog, "Outlines"), "First")]
        while waiting:
            item = waiting.pop()
            if mupdf.pdf_is_dict(item) and self._is_new(item):
                self._looks.take()
                self._action(get(item, "A"), by_itself=False)
                waiting += (get(item, "Next"), get(item, "First"))

    def streams(self) -> None:
        """Streams whose content is in another file (ISO 32000-1, 7.3.8.2)."""
        for number in range(1, mupdf.pdf_xref_len(self._pdf)):
            self._looks.take()
            thing = mupdf.pdf_new_indirect(self._pdf, number, 0)
            if mupdf.pdf_is_stream(thing) and mupdf.pdf_dict_gets(thing, "F").m_internal:
                self.found.add(Carried.REMOTE)
                return

    def _written_form(self, xml: bytes) -> None:
        """A form in XML (XFA 3.3): its scripts, where it sends itself, what it is bound to."""
        for mark, kind in _FORM_MARKS.items():
            if mark in xml:
                self.found.add(kind)

    def _is_new(self, thing: Any) -> bool:
        number = mupdf.pdf_to_num(thing)
        if number in self._seen:
            return False
        if number:
            self._seen.add(number)
        return True

    def _files(self, thing: Any) -> None:
        """Associated files (ISO 32000-2, 14.13) that are in the document."""
        for file in self._looks.items(mupdf.pdf_dict_gets(thing, "AF")):
            if mupdf.pdf_dict_gets(file, "EF").m_internal:
                self.found.add(Carried.EMBEDDED_FILES)

    def _additional(self, thing: Any) -> None:
        for action in self._looks.entries(mupdf.pdf_dict_gets(thing, "AA")):
            self._action(action, by_itself=True)

    def _action(self, action: Any, by_itself: bool) -> None:
        """An action and those that follow it. A web address nobody tapped is remote."""
        waiting = [action]
        while waiting:
            action = waiting.pop()
            if not mupdf.pdf_is_dict(action) or not self._is_new(action):
                continue
            self._looks.take()
            kind = name_of(mupdf.pdf_dict_gets(action, "S"))
            if kind in _ACTIONS:
                self.found.add(_ACTIONS[kind])
            if kind == "Rendition" and mupdf.pdf_dict_gets(action, "JS").m_internal:
                self.found.add(Carried.JAVASCRIPT)
            if kind == "Thread" and mupdf.pdf_dict_gets(action, "F").m_internal:
                self.found.add(Carried.REMOTE)
            if kind == "URI" and by_itself:
                self.found.add(Carried.REMOTE)
            if kind == "URI" and _is_script(mupdf.pdf_dict_gets(action, "URI")):
                self.found.add(Carried.JAVASCRIPT)
            following = mupdf.pdf_dict_gets(action, "Next")
            waiting.append(following)
            waiting += self._looks.items(following)


def _is_script(uri: Any) -> bool:
    return text_of(uri).lower().startswith("javascript:")


def _beginning(stream: Any) -> bytes:
    """A stream's first bytes, unpacked no further than needed."""
    bounded = mupdf.fz_open_null_filter(mupdf.pdf_open_stream(stream), _LONGEST_FORM, 0)
    content: bytes = mupdf.fz_buffer_extract(mupdf.fz_read_all(bounded, 4_096))
    return content
