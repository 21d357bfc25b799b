"""Hanjang's service: decides and moves.

In:    PDFs from secretaries, commands and signals from tablets.
Out:   page images, a meeting's event log, frames to every tablet.
Never: keeps bytes itself (that is `storage`) or draws on a screen (`tablet_client`).
Start: `app.py`, then `protocol.py`, then `meeting/rules.py`.
"""
