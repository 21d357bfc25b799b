"""A veiled stream folds to the veiled state, whatever happens in whatever order, for each role."""

from random import Random

import pytest
from msgspec.structs import replace

from service.meeting.sight import VIEWS, seen
from service.meeting.state import apply
from service.meeting.twin import twin
from service.model import Item, PageRef, Role
from service.protocol import events as e
from service.protocol.state import Snapshot
from tests.chaos.sight import nameless, seen_by
from tests.support import values as v

SEEDS = range(60)
ENTRIES = 80


def happening(chance: Random, state: Snapshot) -> e.AnyEvent:
    """Something that can happen in this state to items, documents, pages or ink."""
    name = state.seq
    item = Item(
        item_id=f"i{name}",
        title=f"안건 {name}",
        department="기획예산과",
        reporter="",
        minutes=1,
        embargoed=chance.random() < 0.4,
        closed=chance.random() < 0.3,
    )
    if not state.items or chance.random() < 0.1:
        return e.ItemAdded(item=item, index=chance.randint(0, len(state.items)))
    at = chance.choice(state.items)
    if not state.documents or chance.random() < 0.15:
        pages = chance.randint(1, 3)
        return e.DocumentAdded(document=v.document(f"d{name}", at.item_id, pages=pages))
    document = chance.choice(state.documents)
    page = PageRef(
        document_id=document.document_id, version=1, page=chance.randint(1, len(document.sizes))
    )
    siblings = [d for d in state.documents if d.item_id == at.item_id and d != document]
    happenings: list[e.AnyEvent] = [
        e.ItemEdited(item=replace(item, item_id=at.item_id)),
        e.ItemMoved(item_id=at.item_id, index=chance.randint(0, len(state.items) - 1)),
        e.DocumentRenamed(document_id=document.document_id, name=f"자료 {name}"),
        e.DocumentMoved(
            document_id=document.document_id,
            item_id=at.item_id,
            index=chance.randint(0, len(siblings)),
        ),
        e.PagesDrawn(document_id=document.document_id, drawn=(page.page,), failed=()),
        e.DocumentSurveyed(document_id=document.document_id, carries=()),
        e.StrokeAdded(stroke=v.stroke(f"k{name}", page)),
        e.PageTurned(page=page),
        e.PageTurned(page=page),
    ]
    if at.embargoed and at.item_id not in state.opened:
        happenings.append(e.ItemOpened(item_id=at.item_id))
    if chance.random() < 0.4:
        happenings.append(e.DocumentRemoved(document_id=document.document_id))
        happenings.append(e.ItemRemoved(item_id=at.item_id))
    return chance.choice(happenings)


@pytest.mark.parametrize("role", Role)
def test_what_a_role_is_told_comes_to_what_it_may_see(role: Role) -> None:
    for seed in SEEDS:
        chance = Random(seed)  # noqa: S311  repeatable on purpose
        state = held = Snapshot()
        for _ in range(ENTRIES):
            event = happening(chance, state)
            entry = v.entry(state.seq + 1, event)
            after = apply(state, entry)
            expected = seen(after, VIEWS[role])
            told = twin(state, (event,), after, VIEWS[role])
            # None: a Welcome comes in the place of the entry.
            held = expected if told is None else apply(held, replace(entry, events=told))
            assert held == expected, (seed, event, told)
            assert nameless(role, held) == nameless(role, seen_by(role, after)), (seed, event)
            state = after
