"""Every machine runs the same versions: the lock, the constraints and what is installed agree."""

from importlib.metadata import distributions

from tests.support.pins import LOCK, constrained, locked

OURS = {"hanjang"}
INSTALLERS = {"pip", "setuptools", "uv", "wheel", "hatchling", "trove-classifiers"}
"""What a developer's environment may hold beside the product's packages."""


def test_the_constraints_repeat_the_lock() -> None:
    assert constrained() == locked()


def test_every_pin_has_hashes() -> None:
    text = LOCK.read_text()
    assert len(locked()) == sum(1 for line in text.splitlines() if "==" in line)
    for block in text.split("\n\n"):
        assert block.count("==") <= block.count("--hash=sha256:")


def test_what_is_installed_is_what_is_pinned() -> None:
    pinned = dict(pin.split("==") for pin in locked())
    installed = {
        dist.metadata["Name"].lower().replace("_", "-").replace(".", "-"): dist.version
        for dist in distributions()
    }
    strays = {
        name: version
        for name, version in installed.items()
        if name not in OURS | INSTALLERS and pinned.get(name) != version
    }
    assert strays == {}
