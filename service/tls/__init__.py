"""A certificate authority of the house's own, so that its tablets find a secure origin.

In:    the names by which tablets reach this machine, the time, the folder `DATA/tls`.
Out:   a certificate that serves them, and a page that tells each tablet how to trust it.
Never: vouches for an address outside the house's network, or shows anything of a meeting.
Start: `authority.py` (what is signed), `shelf.py` (what is kept), `trust_page.py`.
"""
