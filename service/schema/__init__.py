"""Schema: the wire, written down for those who do not read Python.

In:    the unions of `service.protocol`.
Out:   the tablet's TypeScript types, and the AsyncAPI document of the socket.
Never: decides, or says anything the protocol does not.
Start: `typescript.py`, `asyncapi.py`; `python -m service.schema` prints either.
"""
