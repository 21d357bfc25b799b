"""What a role may see of a state, told anew from the rule and not from the service; pure.

Embargoed items that were not opened: secretary, chair and presenters only. Closed items:
not for observers and walls. Who may not see an item gets the number of its pages.
"""

from msgspec.structs import replace

from service.model import Item, Phase, Role
from service.protocol.state import Snapshot

PREPARE = frozenset({Role.SECRETARY, Role.CHAIR, Role.PRESENTER})
OUTSIDE = frozenset({Role.OBSERVER, Role.SCREEN})


def is_given_out(role: Role, state: Snapshot) -> bool:
    """Whether the role gets pages, and the ink on them, when it asks."""
    as_said = state.published
    return role in PREPARE or (state.phase is not Phase.PREPARING if as_said is None else as_said)


def hidden_items(state: Snapshot, role: Role) -> frozenset[str]:
    """The items whose pages the role may not see in this state."""
    return frozenset(
        item.item_id
        for item in state.items
        if (item.closed and role in OUTSIDE)
        or (item.embargoed and item.item_id not in state.opened and role not in PREPARE)
    )


def hidden_documents(state: Snapshot, role: Role) -> frozenset[str]:
    """The documents that the role may not see in this state."""
    items = hidden_items(state, role)
    return frozenset(d.document_id for d in state.documents if d.item_id in items)


def seen_by(role: Role, state: Snapshot) -> Snapshot:
    """The state as the role has it; see `nameless` for the words of closed items."""
    items = hidden_items(state, role)
    documents = hidden_documents(state, role)
    at = state.page.document_id if state.page is not None else None
    return replace(
        state,
        documents=tuple(d for d in state.documents if d.document_id not in documents),
        progress={k: v for k, v in state.progress.items() if k not in documents},
        inked={k: v for k, v in state.inked.items() if k.partition(".")[0] not in documents},
        former={k: v for k, v in state.former.items() if k not in documents},
        page=None if at in documents else state.page,
        region=None if at in documents else state.region,
        veils={
            item_id: sum(len(d.sizes) for d in state.documents if d.item_id == item_id)
            for item_id in items
        },
        veiled=next((d.item_id for d in state.documents if d.document_id == at), None)
        if at in documents
        else None,
    )


def nameless(role: Role, state: Snapshot) -> Snapshot:
    """The state without the words of closed items where the role may not read them."""

    def blank(item: Item) -> Item:
        if not (item.closed and role in OUTSIDE):
            return item
        return replace(item, title="-", department="", reporter="", minutes=0)

    return replace(state, items=tuple(blank(item) for item in state.items))
