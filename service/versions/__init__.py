"""Versions: which page of a document's new version is which of the old.

In:    per page of two versions its text and a small print of its picture; or two PDFs to try.
Out:   a page map: pairs with what happened to them, added pages, removed pages.
Never: opens a PDF or an image itself, or knows what a meeting or a stroke is.
Start: `page_map.py` for what comes out, `mapping.py` for how, `compare.py` for who asks.
"""
