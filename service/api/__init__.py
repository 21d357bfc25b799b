"""API: where the outside comes in; the only room that knows FastAPI.

In:    HTTP requests and sockets of tablets and scripts.
Out:   JSON, page images, frames; every refusal with its code and sentence.
Never: decides what may happen in a meeting, or trusts anything before it is checked.
Start: `gate.py` (who may come in), then `socket.py`.
"""
