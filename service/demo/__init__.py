"""The demo city hall: a fictitious city's Monday meeting, its people, agenda and papers.

In:    the address of a running service and the link of its secretary.
Out:   PDFs in a folder, a meeting that holds them, and links for everybody.
Never: reaches into the service (only its HTTP API) or draws in the serving process.
Start: `agenda.py`, then `cityhall.py`; the papers are in `papers/`, their pencils in `draw/`.
"""
