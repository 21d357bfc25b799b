"""The dummy child on a kernel without seccomp: Landlock and namespaces stand alone."""

from unittest.mock import patch

from service.render.fence import seccomp
from service.render.fence.child import live
from tests.support.dummy_child import load

if __name__ == "__main__":
    with patch.object(seccomp, "leave_few_calls", return_value=False):
        live(load)
