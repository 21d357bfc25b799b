"""Checking: a folder of any files is gone through as if every one were uploaded.

In:    a folder nobody trusts, the service's own limits.
Out:   a verdict a file, in the folder's order: accepted or refused and why, grey pages.
Never: stores anything, opens what could block, or holds a file to other limits than the service.
Start: `folder.py` for what is found, `checking.py` for one file, `lanes.py` for many at once.
"""
