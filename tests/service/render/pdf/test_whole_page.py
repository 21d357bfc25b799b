"""The whole page is drawn as on a screen: turned, cropped, with its annotations, fields, layers."""

from collections.abc import Callable
from typing import Final

import pytest

from tests.support.drawn_page import RED, drawn
from tests.support.pdfs import dressed
from tests.support.pdfs.coded import CODES, with_picture
from tests.support.pdfs.dressed import (
    INK,
    QUADS,
    annotated,
    cornered,
    cropped,
    field,
    hiding,
    layered,
)
from tests.support.pdfs.lettered import KOREAN_FONTS, korean, latin
from tests.support.pdfs.skewed import boxed

MIDDLE = (50, 50, 150, 150)
YELLOW: Final = (255, 255, 0)
APPEARANCE = b"/AP<</N 5 0 R>>"
FIELD = (20, 80, 180, 120)


@pytest.mark.parametrize(
    ("turn", "size", "mark"),
    [
        (0, (200, 100), (0, 80, 40, 100)),
        (90, (100, 200), (0, 0, 20, 40)),
        (180, (200, 100), (160, 0, 200, 20)),
        (270, (100, 200), (80, 160, 100, 200)),
        (-90, (100, 200), (80, 160, 100, 200)),
        (450, (100, 200), (0, 0, 20, 40)),
    ],
)
def test_a_turned_page(turn: int, size: tuple[int, int], mark: tuple[int, int, int, int]) -> None:
    page = drawn(cornered(b"/Rotate %d" % turn))
    assert (page.size, page.box_of(RED)) == (size, mark)


@pytest.mark.parametrize(
    ("crop", "size", "mark"),
    [
        (b"[50 50 150 150]", (100, 100), (10, 70, 50, 90)),
        (b"[150 150 50 50]", (100, 100), (10, 70, 50, 90)),
        (b"[-50 -50 250 250]", (200, 200), (60, 120, 100, 140)),
        (b"[-20 -20 100 100]", (100, 100), (60, 20, 100, 40)),
        (b"[300 300 400 400]", (200, 200), (60, 120, 100, 140)),
        (b"[50 50 50 50]", (200, 200), (60, 120, 100, 140)),
        (b"[/a (b) null 4 0 R]", (200, 200), (60, 120, 100, 140)),
        (b"[0 0 10]", (200, 200), (60, 120, 100, 140)),
        (b"[-1e30 -1e30 1e30 1e30]", (200, 200), (60, 120, 100, 140)),
    ],
)
def test_a_cropped_page(
    crop: bytes, size: tuple[int, int], mark: tuple[int, int, int, int]
) -> None:
    page = drawn(cropped(crop))
    assert (page.size, page.box_of(RED)) == (size, mark)


@pytest.mark.parametrize(
    ("media", "size", "mark"),
    [
        (b"[200 100 0 0]", (200, 100), (0, 80, 40, 100)),
        (b"[-100 -50 100 50]", (200, 100), (100, 30, 140, 50)),
        (b"[0 0 200.4 99.6]", (200, 100), (0, 80, 40, 100)),
    ],
)
def test_a_strange_media_box(
    media: bytes, size: tuple[int, int], mark: tuple[int, int, int, int]
) -> None:
    page = drawn(cornered(b"", media))
    assert (page.size, page.box_of(RED)) == (size, mark)


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        (b"2", (400, 200)),
        (b"0.5", (100, 50)),
        (b"0", (200, 100)),
        (b"-3", (200, 100)),
        (b"1e9", (200, 100)),
        (b"0.000000001", (200, 100)),
        (b"/x", (200, 100)),
    ],
)
def test_a_unit_of_its_own(unit: bytes, size: tuple[int, int]) -> None:
    page = drawn(cornered(b"/UserUnit " + unit))
    assert page.size == size
    assert page.share_of(RED) == pytest.approx(0.04, abs=0.002)


def test_a_page_without_a_usable_box_is_a_sheet_of_letter() -> None:
    page = drawn(boxed(b"[0 0 nan inf]"))
    assert page.size == (612, 792)
    assert page.ink is not None


ANNOTATIONS: dict[str, tuple[bytes, bytes, float]] = {
    # kind, entries, how much of the page is red or yellow at least
    "square": (b"Square", b"/C[1 0 0]/IC[1 0 0]", 0.2),
    "circle": (b"Circle", b"/C[1 0 0]/IC[1 0 0]", 0.15),
    "line": (b"Line", b"/C[1 0 0]/L[50 50 150 150]/BS<</W 8>>", 0.015),
    "polygon": (b"Polygon", b"/IC[1 0 0]/C[1 0 0]/Vertices[50 50 150 50 100 150]", 0.1),
    "polyline": (b"PolyLine", b"/C[1 0 0]/Vertices[50 50 150 50]/BS<</W 8>>", 0.015),
    "ink": (b"Ink", b"/C[1 0 0]" + INK, 0.012),
    "free text": (b"FreeText", b"/DA(/Helv 60 Tf 1 0 0 rg)/Contents(I I)", 0.01),
    "underline": (b"Underline", b"/C[1 0 0]" + QUADS, 0.01),
    "struck out": (b"StrikeOut", b"/C[1 0 0]" + QUADS, 0.01),
    "squiggle": (b"Squiggly", b"/C[1 0 0]" + QUADS, 0.005),
    "own appearance": (b"Square", APPEARANCE, 0.24),
    "stamp with appearance": (b"Stamp", APPEARANCE, 0.24),
    "unknown kind with appearance": (b"Novelty", APPEARANCE, 0.24),
    "printed too": (b"Square", b"/F 4" + APPEARANCE, 0.24),
    "chosen state": (b"Square", b"/AS/On/AP<</N<</On 5 0 R/Off 99 0 R>>>>", 0.24),
}


@pytest.mark.parametrize("name", ANNOTATIONS)
def test_an_annotation_is_seen(name: str) -> None:
    kind, entries, least = ANNOTATIONS[name]
    page = drawn(annotated(kind, entries))
    assert page.share_of(RED) >= least
    left, top, right, bottom = page.ink or (0, 0, 0, 0)
    assert left >= 40
    assert top >= 40
    assert right <= 160
    assert bottom <= 160


def test_a_highlight_lets_what_is_under_it_through() -> None:
    page = drawn(annotated(b"Highlight", b"/C[1 1 0]" + QUADS))
    assert page.share_of(YELLOW) > 0.2


@pytest.mark.parametrize("kind", [b"Stamp", b"Text", b"FileAttachment", b"Caret"])
def test_an_annotation_without_an_appearance_has_a_sign(kind: bytes) -> None:
    assert drawn(annotated(kind, b"/Name/Approved/Contents(x)")).ink is not None


@pytest.mark.parametrize(
    "entries",
    [
        b"/F 2" + APPEARANCE,  # hidden
        b"/F 32" + APPEARANCE,  # not on screens
        b"/F 36" + APPEARANCE,  # on paper only
        b"/F 2/C[1 0 0]/IC[1 0 0]",
        b"/F 32/C[1 0 0]/IC[1 0 0]",
        b"/AS/Off/AP<</N<</On 5 0 R>>>>",
    ],
)
def test_an_annotation_not_for_screens_is_not_seen(entries: bytes) -> None:
    assert drawn(annotated(b"Square", entries)).ink is None


def test_an_open_popup_covers_nothing() -> None:
    assert drawn(annotated(b"Popup", b"/Open true/Contents(x)")).ink is None


@pytest.mark.parametrize(("configuration", "seen"), [(b"/OFF[6 0 R]", False), (b"", True)])
def test_an_annotation_on_a_layer_goes_with_it(configuration: bytes, seen: bool) -> None:
    page = drawn(annotated(b"Square", b"/OC 6 0 R" + APPEARANCE, hiding(configuration)))
    assert (page.box_of(RED) == MIDDLE) is seen


FIELDS: dict[str, Callable[[], bytes]] = {
    "text": lambda: field(b"/FT/Tx/V(Hello)"),
    "text, viewers to write it": lambda: field(b"/FT/Tx/V(Hello)", stale=True),
    "text over a stale appearance": lambda: field(b"/FT/Tx/V(Hi)/AP<</N 6 0 R>>", stale=True),
    "Korean text": lambda: field(b"/FT/Tx/V<FEFFD55CAE00>", stale=True),
    "tick": lambda: field(b"/FT/Btn/V/Yes/AS/Yes/MK<</CA(4)>>", stale=True),
    "choice": lambda: field(b"/FT/Ch/Ff 131072/Opt[(one)(two)]/V(two)", stale=True),
    "list": lambda: field(b"/FT/Ch/Opt[(one)(two)]/V(two)", stale=True),
    "button": lambda: field(b"/FT/Btn/Ff 65536/MK<</CA(Push)>>", stale=True),
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_filled_field_shows_its_value(name: str) -> None:
    left, top, right, bottom = drawn(FIELDS[name]()).ink or (0, 0, 0, 0)
    assert FIELD[0] <= left < right <= FIELD[2]
    assert FIELD[1] <= top < bottom <= FIELD[3]


@pytest.mark.parametrize(
    ("entries", "seen"),
    [
        (b"/FT/Tx/V(Hello)/AP<</N 6 0 R>>", True),
        (b"/FT/Btn/V/Yes/AS/Yes/AP<</N<</Yes 6 0 R>>>>", True),
        (b"/FT/Btn/V/Off/AS/Off/AP<</N<</Yes 6 0 R>>>>", False),
        (b"/FT/Btn/Ff 32768/V/B/AS/B/AP<</N<</B 6 0 R>>>>", True),
        (b"/FT/Btn/Ff 32768/V/B/AS/Off/AP<</N<</A 6 0 R>>>>", False),
        (b"/F 2/FT/Tx/V(Hello)/AP<</N 6 0 R>>", False),
        (b"/FT/Sig/AP<</N 6 0 R>>/V<</Type/Sig/Filter/X/Contents<00>>>", True),
    ],
)
def test_a_field_shows_the_appearance_of_its_state(entries: bytes, seen: bool) -> None:
    assert (drawn(field(entries)).box_of(RED) == FIELD) is seen


def test_a_signature_is_seen_and_a_missing_one_is_no_sign_of_ours() -> None:
    page = drawn(dressed.signed_and_not())
    assert page.ink == page.box_of(RED) == (0, 50, 90, 150)


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (layered(b""), True),
        (layered(b"/OFF[5 0 R]"), False),
        (layered(b"/BaseState/OFF"), False),
        (layered(b"/BaseState/OFF/ON[5 0 R]"), True),
        (
            layered(
                b"/AS[<</Event/View/Category[/View]/OCGs[5 0 R]>>]",
                b"<</Type/OCG/Name(L)/Usage<</View<</ViewState/OFF>>>>>>",
            ),
            False,
        ),
        (
            layered(
                b"/AS[<</Event/Print/Category[/Print]/OCGs[5 0 R]>>]",
                b"<</Type/OCG/Name(L)/Usage<</Print<</PrintState/OFF>>>>>>",
            ),
            True,
        ),
        (layered(b"/OFF[5 0 R]", marked=b"<</Type/OCMD/OCGs 5 0 R/P/AnyOn>>"), False),
        (layered(b"/OFF[5 0 R]", marked=b"<</Type/OCMD/OCGs 5 0 R/P/AllOff>>"), True),
    ],
)
def test_a_hidden_layer_stays_hidden(data: bytes, seen: bool) -> None:
    assert (drawn(data).box_of(RED) == MIDDLE) is seen


ALL_ON, ONE_OFF, ALL_OFF = b"", b"/OFF[6 0 R]", b"/OFF[5 0 R 6 0 R]"
BOTH = b"/OCGs[5 0 R 6 0 R]"


@pytest.mark.parametrize(
    ("membership", "seen"),
    [  # whether it is seen with both layers on, with one of them off, with both off
        (BOTH, (True, True, False)),
        (BOTH + b"/P/AnyOn", (True, True, False)),
        (BOTH + b"/P/AllOn", (True, False, False)),
        (BOTH + b"/P/AnyOff", (False, True, True)),
        (BOTH + b"/P/AllOff", (False, False, True)),
        (b"/OCGs 6 0 R/P/AllOn", (True, False, False)),
        (b"/OCGs 6 0 R/P/AnyOff", (False, True, True)),
        (b"/OCGs[]/P/AllOn", (True, True, True)),
        (b"/OCGs[null 6 0 R]", (True, False, False)),
        (b"/VE[/And 5 0 R 6 0 R]", (True, False, False)),
        (b"/VE[/Or 5 0 R 6 0 R]" + BOTH + b"/P/AllOn", (True, True, False)),
        (b"/VE[/Not 6 0 R]", (False, True, True)),
        (b"/VE[/And 5 0 R[/Not 6 0 R]]", (False, True, False)),
    ],
)
def test_a_membership_of_layers(membership: bytes, seen: tuple[bool, bool, bool]) -> None:
    pages = [drawn(dressed.gathered(it, membership)) for it in (ALL_ON, ONE_OFF, ALL_OFF)]
    assert tuple(page.box_of(RED) == MIDDLE for page in pages) == seen


@pytest.mark.parametrize(
    "expression",
    [b"[]", b"[/And 1 (a) /B]", b"[[[/Not]]]", b"[/Nor 5 0 R]", b"9 0 R", b"8 0 R"],
)
def test_an_expression_of_rubbish_does_no_harm(expression: bytes) -> None:
    """Object 8 is an expression that holds itself twice, object 9 is not there."""
    data = dressed.gathered(ALL_ON, b"/VE " + expression, [b"[/And 8 0 R 8 0 R]"])
    assert drawn(data).size == (200, 200)


@pytest.mark.parametrize("code", CODES)
def test_a_picture_under_a_scanners_code(code: str) -> None:
    page = drawn(with_picture(code))
    assert max(page.at(400, 242)) < 60, "the middle of the disc"
    assert min(page.at(260, 102)) > 230, "beside the disc"


@pytest.mark.parametrize(("font", "encoding"), KOREAN_FONTS.items())
def test_korean_is_readable_without_its_font(font: str, encoding: str) -> None:
    """Syllables have their own shapes: neither nothing nor the same box for each."""
    shapes = [drawn(korean(text, font, encoding)) for text in ("한", "글", "한")]
    assert all(page.ink is not None for page in shapes)
    pixels = [page.picture.tobytes() for page in shapes]
    assert pixels[0] == pixels[2]
    assert pixels[0] != pixels[1]


def test_latin_is_readable_without_its_font() -> None:
    left, _, right, _ = drawn(latin("NobodysFont")).ink or (0, 0, 0, 0)
    assert right - left > 200
