"""Search: what people type, found in the papers of a packet.

In:    a query, the documents its asker may see, their texts as far as they are read.
Out:   hits by document and page with the words around them, and their places on a page.
Never: reads a PDF, decides who may see what, or holds the loop while a page is turned.
Start: `query.py` (what is looked for), `searching.py` (how a packet is gone through).
"""
