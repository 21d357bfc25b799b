"""The demo's papers as data: what a fictitious city of 210,000 would bring to its Monday meeting.

In:    the Monday of the meeting.
Out:   papers whose dates fit that Monday and whose figures add up, across papers too.
Never: draws, reads a clock, or names a real city, person or sum.
Start: `budget_direction.py`; the sums come from `departments.py`.
"""
