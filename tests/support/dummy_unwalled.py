"""The dummy child on a kernel that grants no walls: limits, deadline and lies remain."""

from unittest.mock import patch

from service.render.fence.child import live
from tests.support.dummy_child import load

if __name__ == "__main__":
    # child.py has the two functions under its own names.
    with (
        patch("service.render.fence.child.give_up_rights", return_value=()),
        patch("service.render.fence.child.give_up_files", return_value=()),
    ):
        live(load)
