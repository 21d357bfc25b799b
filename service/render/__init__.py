"""Rendering: pages come out of PDFs nobody trusts.

In:    a PDF's bytes by SHA-256, wishes for pages, pages to try again.
Out:   page images and tiles, texts, outlines, page sizes, progress; named refusals.
Never: parses a PDF outside a child process, or knows what a meeting is.
Start: `pages.py` for the front, `fence/` for the walls, `worker.py` for what is behind them.
"""
