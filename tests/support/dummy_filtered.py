"""The dummy child on a kernel that grants seccomp and nothing else."""

from unittest.mock import patch

from service.render.fence import kernel, landlock
from service.render.fence.child import live
from tests.support.dummy_child import load

if __name__ == "__main__":
    with (
        patch.object(landlock, "forbid_files", return_value=()),
        patch.object(kernel, "unshare", return_value=False),
    ):
        live(load)
