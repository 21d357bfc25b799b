"""Which tablets show which page: what is passed on goes to them and nobody else; pure."""

from collections.abc import Collection

from service.model import PageRef
from service.realtime.connection import Connection


class PagesShown:
    """The tablets by the page they say they show."""

    def __init__(self) -> None:
        self._page: dict[Connection, PageRef] = {}
        self._tablets: dict[PageRef, dict[Connection, None]] = {}

    def put(self, connection: Connection, page: PageRef | None) -> PageRef | None:
        """The tablet shows this page now, or none; answers the page it showed before."""
        before = self._page.pop(connection, None)
        if before is not None:
            tablets = self._tablets[before]
            del tablets[connection]
            if not tablets:
                del self._tablets[before]
        if page is not None:
            self._page[connection] = page
            self._tablets.setdefault(page, {})[connection] = None
        return before

    def page_of(self, connection: Connection) -> PageRef | None:
        """The page a tablet shows; None when it shows none or is not here."""
        return self._page.get(connection)

    def tablets_on(self, page: PageRef) -> Collection[Connection]:
        """The tablets that show a page."""
        return self._tablets.get(page, {}).keys()
