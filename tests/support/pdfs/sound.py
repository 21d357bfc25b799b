"""Sound PDFs: plain ones, of any size, and protected by a password."""

import io

import pikepdf

from tests.support.pdfs.parts import CATALOG, page, pdf, stream, tree


def good(pages: int = 1, seed: int = 0) -> bytes:
    """A sound PDF whose pages differ from each other and, by `seed`, from other files'."""
    numbers = range(3, 3 + 2 * pages, 2)
    objects = [CATALOG, tree(list(numbers))]
    for index, number in enumerate(numbers):
        square = b"0.2 0.3 0.6 rg %d %d 200 200 re f" % (50 + index % 300, 50 + seed)
        objects += [page(number + 1), stream(square)]
    return pdf(objects)


def sized(*sizes: tuple[int, int]) -> bytes:
    """A PDF with an empty page of each size."""
    first = 4
    objects = [CATALOG, tree(range(first, first + len(sizes))), stream(b"")]
    return pdf([*objects, *(page(3, size) for size in sizes)])


def protected(password: str, pages: int = 2) -> bytes:
    """A PDF that opens only with its password; an empty one opens for everybody."""
    return _saved(good(pages), encryption=pikepdf.Encryption(user=password, owner="owner"))


def linearised(pages: int = 20) -> bytes:
    """A PDF laid out for the web: its first page stands first, its table in two places."""
    return _saved(good(pages), linearize=True, deterministic_id=True)


def _saved(data: bytes, **options: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(out, **options)  # type: ignore[arg-type]  # its options are many
    return out.getvalue()
