"""Every machine runs the same versions: the lock, the constraints and what is installed agree."""

import re
from importlib.metadata import distributions, requires

from packaging.requirements import Requirement

from tests.support.pins import LOCK, constrained, locked


def test_the_constraints_repeat_the_lock() -> None:
    assert constrained() == locked()


def test_every_pin_has_hashes() -> None:
    text = LOCK.read_text()
    assert len(locked()) == sum(1 for line in text.splitlines() if "==" in line)
    for block in text.split("\n\n"):
        assert block.count("==") <= block.count("--hash=sha256:")


def test_what_is_installed_is_what_is_pinned() -> None:
    pinned = dict(pin.split("==") for pin in locked())
    installed = {_normal(dist.metadata["Name"]): dist.version for dist in distributions()}
    others = {name: installed[name] for name in pinned.keys() & installed.keys()}
    assert others == {name: pinned[name] for name in others}


def test_everything_the_product_needs_is_pinned() -> None:
    needed, seen = ["hanjang"], set[str]()
    while needed:
        name = needed.pop()
        if name in seen:
            continue
        seen.add(name)
        for requirement in map(Requirement, requires(name) or []):
            extras = requirement.marker is not None and "extra" in str(requirement.marker)
            if not extras and (requirement.marker is None or requirement.marker.evaluate()):
                needed.append(_normal(requirement.name))
    assert seen - {"hanjang"} <= {pin.partition("==")[0] for pin in locked()}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()  # PEP 503
