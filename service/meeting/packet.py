"""What a meeting's packet holds: looking things up in a state; pure."""

from collections.abc import Iterable
from typing import TypeVar

from service.model import Document, Item, PageRef, Person
from service.protocol.state import Snapshot

T = TypeVar("T")


def item_of(state: Snapshot, item_id: str) -> Item | None:
    """The agenda item with this id."""
    return _first(item for item in state.items if item.item_id == item_id)


def document_of(state: Snapshot, document_id: str) -> Document | None:
    """The document with this id."""
    return _first(each for each in state.documents if each.document_id == document_id)


def person_of(state: Snapshot, person_id: str) -> Person | None:
    """The participant with this id."""
    return _first(person for person in state.people if person.person_id == person_id)


def has_page(state: Snapshot, page: PageRef) -> bool:
    """Whether the meeting's packet has this page, in this version."""
    document = document_of(state, page.document_id)
    return (
        document is not None
        and document.version == page.version
        and page.page <= len(document.sizes)
    )


def _first(found: Iterable[T]) -> T | None:
    return next(iter(found), None)
