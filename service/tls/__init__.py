"""A certificate authority of this house's own, so that tablets in its network find a secure origin.

`authority` signs, `shelf` keeps the files in `DATA/tls`, `names` says for whom, and
`trust_page` tells people how their tablet comes to trust it.
"""
