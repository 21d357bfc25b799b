"""The checks can fail: an honest session passes, and every way of tampering with it is seen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from msgspec.structs import replace as changed

from service.model import Actor, Role
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol.message import StreamName
from tests.chaos.checks import Evidence, faults
from tests.chaos.folds import meeting_states, notes_after, sheets_after
from tests.chaos.log import Log
from tests.chaos.sight import seen_by
from tests.chaos.witness import Answer, Given, Witness
from tests.support import values as v

SHARED, PRIVATE = StreamName.MEETING, StreamName.NOTES
PRESENTER, MEMBER, WALL = v.PRESENTER, v.MEMBER, v.SCREEN
SECRET = changed(v.item("i2", "비밀"), closed=True)

PREPARED = (
    v.entry(1, v.created()),
    v.entry(2, e.ItemAdded(item=v.item("i1"), index=0)),
    v.entry(3, e.ItemAdded(item=SECRET, index=1)),
    v.entry(4, e.DocumentAdded(document=v.document("d1", "i1", "a" * 64))),
    v.entry(5, e.DocumentAdded(document=v.document("d2", "i2", "b" * 64))),
    v.entry(6, e.MeetingOpened()),
)

Gifts = list[tuple[Actor, c.Command, e.AnyEvent | None]]
GIFTS: Gifts = [
    (PRESENTER, c.TakeLead(command_id="g1"), e.LeadPassed(to=PRESENTER.author)),
    (PRESENTER, c.TurnPage(command_id="g2", page=v.page(2)), e.PageTurned(page=v.page(2))),
    (PRESENTER, c.TurnPage(command_id="g3", page=v.page(2)), None),
    (
        PRESENTER,
        c.AddStroke(command_id="g4", stream=SHARED, stroke=v.stroke("k1")),
        e.StrokeAdded(stroke=v.stroke("k1")),
    ),
    (
        PRESENTER,
        c.AddStroke(command_id="g5", stream=SHARED, stroke=v.stroke("k2", v.page(1, "d2"))),
        e.StrokeAdded(stroke=v.stroke("k2", v.page(1, "d2"))),
    ),
]
"""What the presenter gave, one after the other, and what came of it; the third changed nothing."""

NOTE = c.AddStroke(command_id="n1", stream=PRIVATE, stroke=v.stroke("k9"))


def honest() -> Evidence:
    """A log, and three tablets that tell the truth about it."""
    entries = list(PREPARED)
    given: dict[str, Given] = {}
    answers: list[Answer] = []
    for number, (actor, command, event) in enumerate(GIFTS):
        given[command.command_id] = Given(command, at=10 * number, seq=len(entries))
        if event is not None:
            entry = v.entry(len(entries) + 1, event, by=actor)
            entries.append(changed(entry, command_id=command.command_id))
        answers.append(Answer(command.command_id, None, at=10 * number + 5, seq=len(entries)))
    noted = changed(v.entry(1, e.StrokeAdded(stroke=NOTE.stroke), by=MEMBER), command_id="n1")
    log = Log(tuple(entries), {(PRIVATE, MEMBER.seat_id): (noted,)})
    refused = c.TurnPage(command_id="r1", page=v.page(1))
    presenter = _witness(log, PRESENTER, given, answers)
    member = _witness(
        log,
        MEMBER,
        {"n1": Given(NOTE, at=1, seq=0), "r1": Given(refused, at=2, seq=6)},
        [Answer("n1", None, at=3, seq=1), Answer("r1", "not_leading", at=4, seq=6)],
    )
    return Evidence(log, (presenter, member, _witness(log, WALL, {}, [])), len(PREPARED), ("d1",))


def _witness(log: Log, actor: Actor, given: Mapping[str, Given], answers: list[Answer]) -> Witness:
    lines = log.of(PRIVATE, actor.seat_id)
    ink = {**sheets_after(log.meeting, SHARED), **sheets_after(lines, PRIVATE)}
    state = seen_by(actor.role, meeting_states(log.meeting)[-1])
    seen = {document.document_id for document in state.documents}
    outside = actor.role in (Role.OBSERVER, Role.SCREEN)
    if outside:
        items = tuple(changed(i, title="-") if i.closed else i for i in state.items)
        state = changed(state, items=items)
    entries = [(SHARED, entry) for entry in log.meeting if not outside]
    return Witness(
        name=actor.role.value,
        seat_id=actor.seat_id,
        role=actor.role,
        state=state,
        own={PRIVATE: notes_after(lines)},
        sheets={at: marks for at, marks in ink.items() if at[1].partition(".")[0] in seen},
        given=given,
        answers=tuple(answers),
        entries=frozenset([*entries, *((PRIVATE, entry) for entry in lines)]),
    )


def log_with(change: Callable[[list[e.Entry]], object]) -> Callable[[Evidence], Evidence]:
    """Tamper with the meeting's log."""

    def tamper(evidence: Evidence) -> Evidence:
        entries = list(evidence.log.meeting)
        change(entries)
        return replace(evidence, log=replace(evidence.log, meeting=tuple(entries)))

    return tamper


def tablet(number: int, change: Callable[[Witness], Mapping[str, Any]]) -> Any:
    """Tamper with a witness: 0 presents, 1 is a member, 2 is the wall."""

    def tamper(evidence: Evidence) -> Evidence:
        witnesses = list(evidence.witnesses)
        witnesses[number] = replace(witnesses[number], **change(witnesses[number]))
        return replace(evidence, witnesses=tuple(witnesses))

    return tamper


def _add(entries: list[e.Entry], command_id: str, by: Actor, event: e.AnyEvent) -> None:
    entry = v.entry(len(entries) + 1, event, by=by)
    entries.append(changed(entry, command_id=command_id))


def _swap(entries: list[e.Entry]) -> None:
    """The presenter's turn and first stroke, kept the other way round."""
    turn, stroke = entries[7], entries[8]
    entries[7], entries[8] = changed(stroke, seq=8), changed(turn, seq=9)


def _secret_page(witness: Witness) -> dict[str, Any]:
    entry = v.entry(10, e.StrokeAdded(stroke=v.stroke("k2", v.page(1, "d2"))), by=PRESENTER)
    return {"entries": frozenset([(SHARED, changed(entry, command_id="g5"))])}


TAMPERED: dict[str, tuple[Callable[[Evidence], Evidence], str]] = {
    "a gap": (log_with(lambda log: log.pop(3)), "without a gap"),
    "an acknowledged command lost": (log_with(lambda log: log.pop()), "acknowledged and is not"),
    "a command kept twice": (
        log_with(lambda log: _add(log, "g4", PRESENTER, e.WritingAllowed(allowed=True))),
        "g4 stands 2 times",
    ),
    "an entry nobody gave": (
        log_with(lambda log: _add(log, "x", MEMBER, e.WritingAllowed(allowed=True))),
        "never gave x",
    ),
    "another's name on an entry": (
        log_with(lambda log: log.append(changed(log.pop(), by=MEMBER.author))),
        "never gave g5",
    ),
    "another page than was asked for": (
        log_with(lambda log: log.insert(7, changed(log.pop(7), events=(e.MeetingClosed(),)))),
        "did not ask for",
    ),
    "a refused command kept": (
        log_with(lambda log: _add(log, "r1", MEMBER, e.PageTurned(page=v.page(1)))),
        "r1 is kept, but was not_leading",
    ),
    "an order that was waited for": (log_with(_swap), "is kept after it"),
    "an entry shown that is not kept": (
        tablet(0, lambda w: {"entries": w.entries | {(SHARED, v.entry(40, e.MeetingOpened()))}}),
        "was shown meeting 40",
    ),
    "an answer to what was never given": (
        tablet(1, lambda w: {"answers": (*w.answers, Answer("g2", None, at=9, seq=6))}),
        "which it never gave",
    ),
    "another page on a tablet": (
        tablet(1, lambda w: {"state": changed(w.state, page=v.page(3))}),
        "holds another meeting: page",
    ),
    "notes that are gone": (
        tablet(1, lambda w: {"own": {PRIVATE: changed(w.own[PRIVATE], inked={})}}),
        "holds other notes: inked",
    ),
    "a stroke missing on a sheet": (
        tablet(1, lambda w: {"sheets": {**w.sheets, (SHARED, "d1.1.1"): ()}}),
        "lacks [(9, 'k1')]",
    ),
    "a stroke too much on a sheet": (
        tablet(0, lambda w: {"sheets": {(SHARED, "d1.1.2"): w.sheets[SHARED, "d1.1.1"]}}),
        "has too much [(9, 'k1')]",
    ),
    "the pages of a closed item on the wall": (
        lambda evidence: tablet(
            2,
            lambda w: {"state": changed(w.state, documents=evidence.witnesses[0].state.documents)},
        )(evidence),
        "wall holds another meeting: documents".replace("wall", "screen"),
    ),
    "the ink of a closed item on the wall": (
        lambda evidence: tablet(2, lambda w: {"sheets": evidence.witnesses[0].sheets})(evidence),
        "ink of d2.1.1, which it may not see",
    ),
    "the title of a closed item on the wall": (
        lambda evidence: tablet(
            2, lambda w: {"state": changed(w.state, items=evidence.witnesses[0].state.items)}
        )(evidence),
        "reads the title of the closed item i2",
    ),
    "a closed item's stroke told to the wall": (
        tablet(2, _secret_page),
        "was told what is hidden from it: 10",
    ),
    "a document that was taken in and is not there": (
        lambda evidence: replace(evidence, uploaded=("d1", "d7")),
        "d7 was taken in, and stands 0 times",
    ),
}


def test_an_honest_session_has_no_fault() -> None:
    assert faults(honest()) == []


@pytest.mark.parametrize("name", TAMPERED)
def test_tampering_is_seen(name: str) -> None:
    tamper, said = TAMPERED[name]
    found = faults(tamper(honest()))
    assert any(said in fault for fault in found), found


def test_a_command_that_changed_nothing_may_have_no_entry_only_if_it_was_so() -> None:
    elsewhere = c.TurnPage(command_id="g3", page=v.page(3))

    def untrue(witness: Witness) -> dict[str, Any]:
        return {"given": {**witness.given, "g3": replace(witness.given["g3"], command=elsewhere)}}

    found = faults(tablet(0, untrue)(honest()))
    assert [fault for fault in found if "g3 was acknowledged and is not kept" in fault]


def test_a_copied_command_may_be_refused_once_and_count_later() -> None:
    copied = tablet(1, lambda w: {"given": {**w.given, "r1": replace(w.given["r1"], copied=True)}})
    kept = log_with(lambda log: _add(log, "r1", MEMBER, e.PageTurned(page=v.page(1))))
    assert not any("r1" in fault for fault in faults(kept(copied(honest()))))
