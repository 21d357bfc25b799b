"""What the drawing child does with a PDF: open, inspect, draw, read, survey.

Use:   render.worker, the child's entry; the service itself never imports this room.
In:    open descriptors that came through the fence, jobs in `render.messages`.
Out:   answers, pixels and MessagePack in memory that the service made.
Never: a path, a network, a second library; only here is PyMuPDF known.
"""
