"""A certificate of our own making for 127.0.0.1, and how to trust it as little as it deserves."""

import ssl
import subprocess
from pathlib import Path


def made_certificate(folder: Path) -> tuple[Path, Path]:
    """The files of a fresh certificate and its key, valid for a day (`openssl req`)."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    made += ["-nodes", "-days", "1", "-subj", "/CN=hanjang-test"]
    made += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(cert)]
    subprocess.run(made, check=True, capture_output=True)
    return cert, key


def trusting_anyone() -> ssl.SSLContext:
    """For clients of a service on this machine."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
