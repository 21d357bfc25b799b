"""What the drawing child does with a PDF: open, inspect, draw, read, survey.

In:    open descriptors that came through the fence, jobs in `render.messages`.
Out:   answers, pixels and MessagePack in memory that the service made.
Never: a path, a network, a second library; PyMuPDF is known only here.
Start: `render/worker.py` for the entry, `drawing.py` for a page.
"""
