"""What a page map means for those who read and write a document that is replaced; pure.

Ink goes along with a page wherever it went, also when its words changed. A page that was
turned counts as gone: ink would lie across it.
"""

from service.model import Value
from service.versions.page_map import Kind, PageMap


class Succession(Value, frozen=True):
    """Which page of the new version each old page is (0: none), and which new ones changed.

    `added` of the changed ones have no page before them. `compared`: the pages were really
    looked at; else only their numbers were.
    """

    pages: tuple[int, ...]
    changed: tuple[int, ...]
    added: int
    compared: bool

    @property
    def same(self) -> int:
        """Pages that stayed as they were, at whatever number."""
        return self._stayed - self.altered

    @property
    def altered(self) -> int:
        """Pages that stayed and say or show something else now."""
        return len(self.changed) - self.added

    @property
    def removed(self) -> int:
        """Pages of the old version that no page of the new one is."""
        return len(self.pages) - self._stayed

    @property
    def _stayed(self) -> int:
        return sum(1 for page in self.pages if page)


def by_map(page_map: PageMap, old_pages: int) -> Succession:
    """As the two versions were compared."""
    pages = [0] * old_pages
    altered = []
    added = [lone.page for lone in page_map.added]
    for pair in page_map.pairs:
        if pair.turned:
            added.append(pair.new)
            continue
        pages[pair.old - 1] = pair.new
        if pair.kind in {Kind.CHANGED, Kind.MOVED_AND_CHANGED}:
            altered.append(pair.new)
    changed = tuple(sorted((*added, *altered)))
    return Succession(pages=tuple(pages), changed=changed, added=len(added), compared=True)


def by_number(old_pages: int, new_pages: int) -> Succession:
    """Without a comparison: page by page when there are as many as before, else none."""
    if old_pages == new_pages:
        pages = tuple(range(1, old_pages + 1))
        return Succession(pages=pages, changed=(), added=0, compared=False)
    new = tuple(range(1, new_pages + 1))
    return Succession(pages=(0,) * old_pages, changed=new, added=new_pages, compared=False)
