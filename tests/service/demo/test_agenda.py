"""The agenda: as many items, departments and people as the demo promises, each once."""

from service.demo.agenda import AGENDA, ATTENDANTS, PRESENTER, files
from service.demo.draw.__main__ import SHELF


def test_six_items_in_four_departments_and_more() -> None:
    assert len(AGENDA) == 6
    assert len({entry.department for entry in AGENDA}) >= 4


def test_every_file_stands_once_and_has_a_pencil() -> None:
    assert len(set(files())) == len(files())
    assert set(SHELF) == set(files())


def test_everybody_has_a_name_of_their_own() -> None:
    names = [person.name for person in ATTENDANTS]
    assert len(set(names)) == len(names) >= 20


def test_the_presenter_and_the_reporters_are_on_the_list() -> None:
    known = {f"{person.name} {person.position}" for person in ATTENDANTS}
    assert PRESENTER in known
    assert {entry.reporter for entry in AGENDA} <= known
