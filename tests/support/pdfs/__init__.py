"""PDFs made by hand, good and hostile, so that every byte of them is ours and known."""

from tests.support.pdfs.bombs import (
    content_bomb,
    form_recursion,
    many_annotations,
    picture_bomb,
    translucent_path,
    tree_bomb,
)
from tests.support.pdfs.parts import (
    A4,
    CATALOG,
    SQUARE,
    TWICE,
    one_page,
    page,
    pdf,
    stream,
    tree,
    twice_packed,
)
from tests.support.pdfs.skewed import cyclic_tree, lying_length, with_broken_page, xref_loop
from tests.support.pdfs.sound import good, protected, sized

__all__ = [
    "A4",
    "CATALOG",
    "SQUARE",
    "TWICE",
    "content_bomb",
    "cyclic_tree",
    "form_recursion",
    "good",
    "lying_length",
    "many_annotations",
    "one_page",
    "page",
    "pdf",
    "picture_bomb",
    "protected",
    "sized",
    "stream",
    "translucent_path",
    "tree",
    "tree_bomb",
    "twice_packed",
    "with_broken_page",
    "xref_loop",
]
