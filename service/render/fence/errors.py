"""What can go wrong at the fence.

FenceError        the job has no result; the child is gone, the next job gets a new one
+-- ChildDied     it crashed, was ended by the kernel, or closed the line
+-- ChildTooSlow  the deadline passed
+-- ChildLied     it answered what nobody may answer
+-- NoChild       none could be started: the installation or the machine is at fault
"""


class FenceError(Exception):
    """The job has no result, and its child is gone."""


class ChildDied(FenceError):
    """The child ended before it answered."""


class ChildTooSlow(FenceError):
    """The child did not answer within the deadline."""


class ChildLied(FenceError):
    """The child's answer is none, is too long, or is not one to this job."""


class NoChild(FenceError):
    """No child could be started."""
