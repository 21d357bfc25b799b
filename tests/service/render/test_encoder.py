"""Every kind of page gets the format that suits it, and loses nothing that anybody sees."""

import io
import mmap
import os
import random
from collections.abc import Sequence

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from service.render.encoder import answer
from service.render.fence.messages import Encode, Encoded
from service.render.image import Image as PageImage
from service.render.image_format import MIXED_SHARE, PICTURE_SHARE, encode, picture_of
from service.render.tones import levels, nearest, tones_of

SIZE = (800, 1_100)
TINTS = ((250, 243, 229), (226, 239, 218), (217, 226, 243))


def lines(colours: int) -> Image.Image:
    """Line art in that many colours on white."""
    rng = random.Random(1)  # noqa: S311  a fixed seed, no secret
    picture = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(picture)
    for _ in range(colours):
        colour = tuple(rng.randrange(256) for _ in range(3))
        at = rng.randrange(SIZE[0]), rng.randrange(SIZE[1])
        pen.line([at, (at[0] + 200, at[1] + 90)], fill=colour, width=3)
    return picture


def photograph() -> Image.Image:
    """Soft tones everywhere."""
    channels = [Image.effect_noise(SIZE, 200).filter(ImageFilter.GaussianBlur(4)) for _ in "rgb"]
    return Image.merge("RGB", channels)


def scan() -> Image.Image:
    """Black on grey paper with the grain of a scanner."""
    picture = lines(30).convert("L").point(lambda value: 40 if value < 250 else 225)
    return Image.blend(picture, Image.effect_noise(SIZE, 30), 0.1).convert("RGB")


def smooth_text(ink: str = "black", paper: str = "white") -> Image.Image:
    """Letters with soft edges."""
    picture = Image.new("RGB", SIZE, paper)
    pen = ImageDraw.Draw(picture)
    for row in range(40):
        pen.text((40, 20 + row * 26), "2,345,678 hanjang " * 4, fill=ink, font_size=17)
    return picture


def fax() -> Image.Image:
    """Two tones, drawn larger than they were scanned: soft edges, densely."""
    small = smooth_text().convert("L").point(lambda value: 255 * (value > 140))
    return small.resize((1_000, 1_375), Image.Resampling.BICUBIC).convert("RGB")


def sloping(upright: bool) -> Image.Image:
    """A gradient over a strip of the page, text under it; 16 levels would be off by 8."""
    ramp = Image.linear_gradient("L").resize((80, SIZE[0]) if not upright else (SIZE[0], 300))
    ramp = ramp if upright else ramp.transpose(Image.Transpose.ROTATE_90)
    tones = [
        ramp.point([low + value * (255 - low) // 255 for value in range(256)])
        for low in (90, 140, 200)
    ]
    picture = smooth_text()
    picture.paste(Image.merge("RGB", tones), (0, 0))
    return picture


def tinted_table() -> Image.Image:
    """Coloured letters on pale cells."""
    picture = smooth_text("navy", "#d9e2f3")
    for number, tint in enumerate(TINTS):
        part = smooth_text(("navy", "maroon", "#245")[number], f"rgb{tint}").crop((0, 0, 800, 300))
        picture.paste(part, (0, 60 + number * 330))
    return picture


def shown(data: bytes) -> Image.Image:
    """As a tablet shows it."""
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB")


def grey(picture: Image.Image) -> Image.Image:
    """The one channel of a grey picture."""
    return picture_of(picture.tobytes(), picture.width, picture.height)


@pytest.mark.parametrize(
    ("picture", "media_type"),
    [
        (Image.new("RGB", SIZE, "white"), "image/png"),
        (smooth_text(), "image/png"),
        (grey(smooth_text()), "image/png"),
        (fax(), "image/png"),
        (grey(fax()), "image/png"),
        (smooth_text("white", "#0b1733"), "image/png"),
        (tinted_table(), "image/png"),
        (lines(40), "image/png"),
        (lines(2_000), "image/webp"),
        (sloping(upright=True), "image/webp"),
        (photograph(), "image/jpeg"),
        (scan(), "image/jpeg"),
        (grey(scan()), "image/jpeg"),
    ],
    ids=[
        *("blank", "text", "grey text", "fax", "grey fax", "dark slide", "tinted table"),
        *("few colours", "many colours", "gradient", "photograph", "scan", "grey scan"),
    ],
)
def test_the_format_suits_the_page(picture: Image.Image, media_type: str) -> None:
    data = encode(picture)
    assert PageImage(data).media_type == media_type
    assert shown(data).size == picture.size


@pytest.mark.parametrize("picture", [lines(300), smooth_text(), fax(), tinted_table(), grey(fax())])
def test_flat_pages_keep_black_white_and_every_edge(picture: Image.Image) -> None:
    kept = shown(encode(picture))
    for channel, other in zip(picture.convert("RGB").split(), kept.split(), strict=True):
        pairs = set(zip(channel.tobytes(), other.tobytes(), strict=True))
        assert all(abs(before - after) <= 12 for before, after in pairs)
        assert {(0, 0), (255, 255)} >= {pair for pair in pairs if pair[0] in (0, 255)}


@pytest.mark.parametrize("upright", [True, False])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_gradient_shows_no_bands(mode: str, upright: bool) -> None:
    picture = sloping(upright).convert(mode)
    kept = shown(encode(picture)).convert(mode)
    strip = (40, 10, 780, 70)
    assert max_difference(picture.crop(strip), kept.crop(strip)) <= 4


def test_even_areas_keep_their_colour() -> None:
    picture = tinted_table()
    kept = shown(encode(picture))
    for number, tint in enumerate(TINTS):
        at = (10, 70 + number * 330)
        assert picture.getpixel(at) == tint == kept.getpixel(at)


def test_grey_letters_stay_grey_beside_colours() -> None:
    picture = smooth_text()
    picture.paste((217, 226, 243), (0, 900, 800, 1_000))
    red, green, blue = shown(encode(picture)).crop((0, 0, 800, 900)).split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_soft_tones_are_told_from_edges() -> None:
    for flat in (lines(300), lines(2_000), smooth_text(), fax(), tinted_table()):
        assert tones_of(flat).soft < MIXED_SHARE
    for soft in (scan(), photograph()):
        assert tones_of(soft).soft > PICTURE_SHARE


def test_one_coloured_pixel_is_not_lost() -> None:
    picture = smooth_text()
    picture.putpixel((797, 1_001), (255, 0, 0))
    assert grey(smooth_text()).mode == "L"
    assert grey(picture).mode == "RGB"
    assert shown(encode(grey(picture))).getpixel((797, 1_001)) == (255, 0, 0)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 3), (9, 5), (3, 4_000), (4_000, 3)])
@pytest.mark.parametrize("colour", ["red", "grey"])
def test_pages_of_any_shape_are_encoded(size: tuple[int, int], colour: str) -> None:
    picture = grey(Image.new("RGB", size, colour))
    assert shown(encode(picture)).size == size


@pytest.mark.parametrize("kept", [(), (250, 240), tuple(range(200, 256)), tuple(range(256))])
def test_levels_hold_what_is_kept_and_leave_no_wide_gap(kept: Sequence[int]) -> None:
    chosen = levels(kept, 16)
    assert {0, 255, *kept} <= set(chosen)
    assert chosen == sorted(set(chosen))
    assert len(chosen) == max(16, len({0, 255, *kept}))
    assert all(value == moved for value, moved in enumerate(nearest(chosen)) if value in kept)


@pytest.mark.parametrize("thumbnail", [(240, 330), (0, 0)])
def test_the_child_writes_the_image_then_the_thumbnail(thumbnail: tuple[int, int]) -> None:
    picture, room = smooth_text(), 4 * 1024 * 1024
    drawing, images = memory(picture.tobytes()), memory(bytes(room))
    job = Encode(
        width=SIZE[0],
        height=SIZE[1],
        thumbnail_width=thumbnail[0],
        thumbnail_height=thumbnail[1],
        room=room,
    )
    said = answer(job, (drawing, images))
    assert isinstance(said, Encoded)
    with mmap.mmap(images, room) as written:
        assert shown(written[: said.tablet]).size == SIZE
        if thumbnail == (0, 0):
            assert said.thumbnail == 0
        else:
            small = written[said.tablet : said.tablet + said.thumbnail]
            assert shown(small).size == thumbnail
    os.close(drawing)
    os.close(images)


def memory(content: bytes) -> int:
    """A memory file with that content."""
    descriptor = os.memfd_create("test")
    os.write(descriptor, content)
    return descriptor


def max_difference(one: Image.Image, other: Image.Image) -> int:
    """The greatest difference of a sample."""
    return max(ImageChops.difference(one, other).tobytes())
