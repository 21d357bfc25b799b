"""What a document brings besides pages is found wherever it hides, and only what is there."""

import pytest

from service.model import Carried
from tests.support.pdf_answers import contents
from tests.support.pdfs import stream
from tests.support.written_pdfs import FIRST_PAGE, text, written

MORE = FIRST_PAGE + 2
SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
FILE = b"<</Type/Filespec/F(a.exe)/EF<</F %d 0 R>>>>" % MORE


def carries(
    catalog: bytes = b"", page: bytes = b"", more: tuple[bytes, ...] = ()
) -> tuple[Carried, ...]:
    file = written(text("a", 60, 600), catalog=catalog, entries=page, more=more)
    return contents(file).carries


def note(rest: bytes) -> bytes:
    return b"/Annots[<</Type/Annot/Rect[0 0 9 9]%s>>]" % rest


@pytest.mark.parametrize(
    ("catalog", "page"),
    [
        (b"/OpenAction" + SCRIPT, b""),
        (b"/OpenAction<</S/GoTo/D[0/Fit]/Next" + SCRIPT + b">>", b""),
        (b"/OpenAction<</S/GoTo/D[0/Fit]/Next[<</S/Named>>" + SCRIPT + b"]>>", b""),
        (b"/AA<</WC" + SCRIPT + b">>", b""),
        (b"/Names<</JavaScript<</Names[(a)" + SCRIPT + b"]>>>>", b""),
        (b"/Names<</JavaScript<</Kids[<<>>]>>>>", b""),
        (b"/AcroForm<</Fields[<</FT/Tx/AA<</K" + SCRIPT + b">>>>]>>", b""),
        (b"/AcroForm<</Fields[<</Kids[<</Kids[<</AA<</F" + SCRIPT + b">>>>]>>]>>]>>", b""),
        (b"", b"/AA<</O" + SCRIPT + b">>"),
        (b"", note(b"/Subtype/Link/A" + SCRIPT)),
        (b"", note(b"/Subtype/Widget/AA<</E" + SCRIPT + b">>")),
        (b"", note(b"/Subtype/Link/A<</S/URI/URI(javascript:alert\\(1\\))>>")),
    ],
)
def test_scripts_are_found(catalog: bytes, page: bytes) -> None:
    assert carries(catalog, page) == (Carried.JAVASCRIPT,)


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (b"<</S/Launch/F(a.exe)>>", Carried.LAUNCH),
        (b"<</S/GoToR/F(b.pdf)/D[0/Fit]>>", Carried.REMOTE),
        (b"<</S/GoToE/F(b.pdf)>>", Carried.REMOTE),
        (b"<</S/ImportData/F(b.fdf)>>", Carried.REMOTE),
        (b"<</S/Thread/F(b.pdf)/D 0>>", Carried.REMOTE),
        (b"<</S/Rendition>>", Carried.MULTIMEDIA),
        (b"<</S/Movie>>", Carried.MULTIMEDIA),
        (b"<</S/Sound>>", Carried.MULTIMEDIA),
        (b"<</S/SubmitForm/F(http://a.example)>>", Carried.FORM_SENDING),
    ],
)
def test_actions_are_named(action: bytes, kind: Carried) -> None:
    assert carries(page=note(b"/Subtype/Link/A" + action)) == (kind,)
    assert carries(b"/OpenAction" + action) == (kind,)
    outline = b"<</Title(a)/A%s>>" % action
    root = b"/Outlines<</First %d 0 R>>" % MORE
    assert carries(root, more=(outline,)) == (kind,)


def test_a_rendition_with_a_script_is_both() -> None:
    action = b"<</S/Rendition/JS(1)>>"
    assert carries(b"/OpenAction" + action) == (Carried.JAVASCRIPT, Carried.MULTIMEDIA)


@pytest.mark.parametrize(
    ("catalog", "page"),
    [
        (b"/Names<</EmbeddedFiles<</Names[(a)" + FILE + b"]>>>>", b""),
        (b"/Collection<</View/D>>", b""),
        (b"/AF[" + FILE + b"]", b""),
        (b"", b"/AF[" + FILE + b"]"),
        (b"", note(b"/Subtype/FileAttachment/FS" + FILE)),
        (b"", note(b"/Subtype/Text/AF[" + FILE + b"]")),
    ],
)
def test_files_inside_are_found(catalog: bytes, page: bytes) -> None:
    assert carries(catalog, page, (stream(b"x"),)) == (Carried.EMBEDDED_FILES,)


@pytest.mark.parametrize("kind", [b"RichMedia", b"Movie", b"Sound", b"Screen", b"3D"])
def test_multimedia_is_found(kind: bytes) -> None:
    assert carries(page=note(b"/Subtype/" + kind)) == (Carried.MULTIMEDIA,)


def test_a_stream_in_another_file_is_remote() -> None:
    assert carries(more=(stream(b"", b"/F(http://a.example/b)"),)) == (Carried.REMOTE,)


def test_a_web_address_is_remote_only_when_it_opens_by_itself() -> None:
    action = b"<</S/URI/URI(http://a.example)>>"
    assert carries(page=note(b"/Subtype/Link/A" + action)) == ()
    assert carries(b"/OpenAction" + action) == (Carried.REMOTE,)
    assert carries(page=b"/AA<</O" + action + b">>") == (Carried.REMOTE,)


@pytest.mark.parametrize(
    ("template", "kinds"),
    [
        (b"<script>xfa.host.beep(1)</script>", (Carried.JAVASCRIPT,)),
        (b"<submit target='http://a.example'/>", (Carried.FORM_SENDING,)),
        (b"<wsdlConnection/>", (Carried.REMOTE,)),
        (b"<field/>", ()),
    ],
)
def test_forms_in_xml_are_looked_into(template: bytes, kinds: tuple[Carried, ...]) -> None:
    form = b"/AcroForm<</XFA[(template)%d 0 R(datasets)%d 0 R]>>" % (MORE, MORE + 1)
    assert carries(form, more=(stream(template), stream(b"<data/>"))) == kinds
    whole = b"/AcroForm<</XFA %d 0 R>>" % MORE
    assert carries(whole, more=(stream(template),)) == kinds


def test_everything_at_once_is_named_once_in_order() -> None:
    everything = (
        b"/Subtype/Movie/A<</S/Launch/Next[<</S/SubmitForm>><</S/GoToR>><</S/JavaScript>>]>>"
    )
    assert carries(b"/Collection<<>>", note(everything)) == tuple(Carried)


@pytest.mark.parametrize(
    "catalog",
    [
        b"/OpenAction[0/Fit]",
        b"/OpenAction 7/AA 7/Names 7/AcroForm 7/AF 7",
        b"/AcroForm<</Fields 7/XFA 7>>/Names<</JavaScript 7/EmbeddedFiles<</Names[]>>>>",
        b"/OpenAction 999 0 R/AA 999 0 R/AcroForm<</Fields[999 0 R null]>>",
    ],
)
def test_what_is_nothing_is_nothing(catalog: bytes) -> None:
    assert carries(catalog, b"/Annots[7 null 999 0 R]/AA 7/AF 7") == ()


@pytest.mark.parametrize(
    "crooked",
    [
        b"/Subtype/a#ff#fe",
        b"/A<</S/#ff>>",
        b"/A<</S/URI/URI<fffe00d8>>>",
        b"/A<</S/URI/URI(\xff)>>",
    ],
)
def test_crooked_names_and_strings_hide_nothing(crooked: bytes) -> None:
    script = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A%s>>" % SCRIPT
    page = b"/Annots[<</Type/Annot/Rect[0 0 9 9]%s>>%s]" % (crooked, script)
    assert carries(page=page) == (Carried.JAVASCRIPT,)
