"""From a seed to the steps of a session; pure: the same seed gives the same steps."""

from collections.abc import Callable, Sequence
from random import Random

from service.model import PageRef, Role
from service.protocol.commands import AddStroke
from service.protocol.message import StreamName
from service.protocol.signals import PageReached, PointerAt, PointerGone, StrokeProgress
from tests.chaos import steps as s
from tests.chaos.belief import Belief
from tests.chaos.cast import Place, cast
from tests.chaos.commands import OWN, Commands

TROUBLED_AT_ONCE = 0.25
"""Share of the tablets whose links are stalled or half-open at the same time, at most."""

MOST_AWAY = 0.2
"""Share of the tablets that are switched off at the same time, at most."""

DOWN_STEPS = 8
"""Steps taken, at most, while the service is down: commands that nobody hears."""

STEPS_A_KILL = 110
"""Steps between two kills, about: a start takes as long as a hundred other steps."""

STEPS_AN_UPLOAD = 45
"""Steps between two uploads, about: each is drawn page by page."""

STEPS_A_VERSION = 60
"""Steps between two new versions, about: each is compared with the one before."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def steps_of(seed: int, steps: int, tablets: int) -> Sequence[s.Step]:
    """The steps of a session, the last of them with everything still broken that was."""
    return _Writing(Random(seed), Belief(cast(tablets))).written(steps)  # noqa: S311  repeatable


class _Writing:
    def __init__(self, chance: Random, belief: Belief) -> None:
        self.chance, self.belief = chance, belief
        self.commands = Commands(chance, belief)
        self.down_for = 0
        self.uploads = 0

    def written(self, count: int) -> list[s.Step]:
        steps: list[s.Step] = []
        while len(steps) < count:
            step = self._next()
            if step is not None:
                self.belief.after(step)
                steps.append(step)
        return steps

    def _next(self) -> s.Step | None:
        self.down_for = 0 if self.belief.up else self.down_for + 1
        if self.down_for > self.chance.randint(1, DOWN_STEPS):
            return s.Restart()
        kinds = list(self._kinds())
        return self.chance.choices([k for _, k in kinds], [weight for weight, _ in kinds])[0]()

    def _kinds(self) -> list[tuple[float, Callable[[], s.Step | None]]]:
        belief = self.belief
        room = len(belief.troubled) < TROUBLED_AT_ONCE * len(belief.places)
        return [
            (68, self._give),
            (100 / STEPS_AN_UPLOAD if belief.up else 0, self._upload),
            (100 / STEPS_A_VERSION if belief.up else 0, self._replace),
            (7, self._open_sheet),
            (6, self._signal),
            (3, self._cut),
            (3 if room else 0, self._stall),
            (0.9 * len(belief.stalled), self._flow),
            (1.5 if room else 0, self._swallow),
            (0.6 * len(belief.swallowed), self._cut_swallowed),
            (1.5, lambda: s.Repeat(self._fine().tablet)),
            (1.5, lambda: s.LoseNext(self._fine().tablet)),
            (1.5, lambda: s.Greet(self._fine().tablet)),
            (1.5, self._leave),
            (0.9 * len(belief.away), self._return),
            (5 if belief.up else 0, lambda: s.Wait(self._fine().tablet)),
            (100 / STEPS_A_KILL if belief.up else 0, s.Kill),
        ]

    def _fine(self) -> Place:
        """A tablet that is on and has a good link; there always is one."""
        return self.chance.choice(
            [place for place in self.belief.here() if place.tablet not in self.belief.troubled]
        )

    def _give(self) -> s.Step | None:
        drawn = self.commands.likely()
        if drawn is None:
            return None
        place, command = drawn
        times = 2 if self.chance.random() < 0.06 else 1
        others = [other.tablet for other in self.belief.of_seat(place.seat) if other != place]
        beside = others[0] if others and self.chance.random() < 0.25 else None
        return s.Give(place.tablet, command, times, beside)

    def _upload(self) -> s.Step:
        self.uploads += 1
        item_id = self.chance.choice(sorted(self.belief.items))
        letters = "".join(self.chance.sample(LETTERS, self.chance.randint(1, 3)))
        return s.Upload(f"d{1 + self.uploads}", item_id, letters)

    def _replace(self) -> s.Step:
        """Most sheets stay, some go or are new, and now and then they change places."""
        name = self.chance.choice(sorted(self.belief.documents))
        letters = [
            each for each in self.belief.documents[name].letters if self.chance.random() < 0.8
        ]
        new = [each for each in LETTERS if each not in letters]
        for each in self.chance.sample(new, self.chance.randint(0 if letters else 1, 2)):
            letters.insert(self.chance.randint(0, len(letters)), each)
        if self.chance.random() < 0.3:
            self.chance.shuffle(letters)
        return s.Replace(name, "".join(letters))

    def _page(self) -> PageRef:
        return self.chance.choice(self.belief.pages())

    def _open_sheet(self) -> s.Step:
        place = self.chance.choice(self.belief.here())
        own = place.role is not Role.SCREEN and self.chance.random() < 0.35
        stream = self.chance.choice(OWN) if own else StreamName.MEETING
        return s.OpenSheet(place.tablet, self._page(), stream)

    def _signal(self) -> s.Step:
        place = self.chance.choice(self.belief.here())
        following = self.chance.random() < 0.7
        reached = s.Signal(place.tablet, PageReached(page=self._page(), following=following))
        leading = self.belief.of_seat(self.belief.lead)
        if not leading or self.chance.random() < 0.5:
            return reached
        leader = leading[0].tablet
        match self.chance.randint(0, 4):
            case 0:
                return s.Signal(leader, PointerGone())
            case 1 | 2:
                return s.Signal(leader, PointerAt(page=self._page(), x=100, y=200))
            case _:
                return s.Signal(leader, self._progress())

    def _progress(self) -> StrokeProgress:
        drawn = self.commands.likely()
        while drawn is None or not isinstance(drawn[1], AddStroke):
            drawn = self.commands.likely()
        stroke = drawn[1].stroke
        return StrokeProgress(
            stroke_id=stroke.stroke_id,
            page=stroke.page,
            tool=stroke.tool,
            colour=stroke.colour,
            width=stroke.width,
            start=0,
            points=stroke.points[:30],
        )

    def _cut(self) -> s.Step:
        place = self.chance.choice(self.belief.here())
        return s.Cut(place.tablet, shuffled=self.chance.random() < 0.4)

    def _stall(self) -> s.Step:
        up, down = self.chance.choice(((True, False), (False, True), (True, True)))
        return s.Stall(self._fine().tablet, up=up, down=down)

    def _flow(self) -> s.Step:
        return s.Flow(self.chance.choice(sorted(self.belief.stalled)))

    def _swallow(self) -> s.Step:
        return s.Swallow(self._fine().tablet)

    def _cut_swallowed(self) -> s.Step:
        return s.Cut(self.chance.choice(sorted(self.belief.swallowed)))

    def _leave(self) -> s.Step | None:
        few = len(self.belief.away) < MOST_AWAY * len(self.belief.places)
        return s.Leave(self._fine().tablet) if few else None

    def _return(self) -> s.Step:
        return s.Return(self.chance.choice(sorted(self.belief.away)))
