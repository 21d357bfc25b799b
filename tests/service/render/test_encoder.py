"""Flat pages and photographs each get the format that suits them."""

import io
import random

import pytest
from PIL import Image, ImageDraw, ImageFilter

from service.render.encoder import encode, soft_share
from service.render.image import Image as PageImage

SIZE = (800, 1_100)


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


@pytest.mark.parametrize(
    ("picture", "media_type"),
    [
        (Image.new("RGB", SIZE, "white"), "image/png"),
        (lines(40), "image/png"),
        (lines(2_000), "image/webp"),
        (photograph(), "image/jpeg"),
        (scan(), "image/jpeg"),
    ],
    ids=["blank", "few colours", "many colours", "photograph", "scan"],
)
def test_the_format_suits_the_page(picture: Image.Image, media_type: str) -> None:
    data = encode(picture)
    assert PageImage(data).media_type == media_type
    with Image.open(io.BytesIO(data)) as again:
        assert again.size == SIZE


def test_flat_pages_keep_black_white_and_every_edge() -> None:
    picture = lines(300)
    with Image.open(io.BytesIO(encode(picture))) as again:
        kept = again.convert("RGB")
    for channel, other in zip(picture.split(), kept.split(), strict=True):
        pairs = set(zip(channel.tobytes(), other.tobytes(), strict=True))
        assert all(abs(before - after) <= 8 for before, after in pairs)
        assert {(0, 0), (255, 255)} >= {pair for pair in pairs if pair[0] in (0, 255)}


def test_soft_tones_are_told_from_edges() -> None:
    assert soft_share(lines(300)) < 0.02 < soft_share(scan())
    assert soft_share(photograph()) > 0.2


def test_a_page_of_one_pixel_is_encoded() -> None:
    assert encode(Image.new("RGB", (1, 1), "red"))
