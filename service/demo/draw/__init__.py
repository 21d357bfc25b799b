"""The demo's pencils: papers as data become PDF files; runs only in a child process.

In:    a folder and the Monday of the meeting (`python -m service.demo.draw DIR 2026-11-23`).
Out:   the same PDF files for the same Monday, byte for byte.
Never: is imported by the serving process (it loads pymupdf), reads or sends anything.
Start: `sheet.py`, then `report.py`, then `__main__.py`.
"""
