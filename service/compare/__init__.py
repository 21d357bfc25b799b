"""Comparing: two PDFs on the command line, and what became of every page between them.

In:    two files nobody trusts, the service's own limits.
Out:   their page map in words, or as one JSON object; a named refusal of a file.
Never: stores anything, or opens a PDF outside of the sandbox.
Start: `running.py` for the whole way, `reading.py` for one file, `telling.py` for the words.
"""
