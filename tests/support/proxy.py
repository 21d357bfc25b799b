"""nginx in front of a service, as a city hall's network people would put it there."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONFIGURATION = """
daemon off;
worker_processes 1;
error_log {folder}/error.log;
pid {folder}/nginx.pid;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxied;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  map $http_upgrade $connection_upgrade {{ default upgrade; '' ''; }}
  server {{
    listen 127.0.0.1:{port} ssl;
    ssl_certificate {cert};
    ssl_certificate_key {key};
    client_max_body_size 500m;
    location / {{
      proxy_pass http://127.0.0.1:{behind};
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      {more}
    }}
  }}
}}
"""


def free_port() -> int:
    """A port nobody uses at this moment."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


@contextmanager
def nginx(
    folder: Path, port: int, behind: int, certificate: tuple[Path, Path], more: str = ""
) -> Iterator[None]:
    """Serve https at `port`, passed on to `behind`; `more` are lines of its location."""
    cert, key = certificate
    names = {"folder": folder, "port": port, "behind": behind, "cert": cert, "key": key}
    written = folder / "nginx.conf"
    written.write_text(CONFIGURATION.format(**names, more=more))
    errors = folder / "stderr"
    with errors.open("w") as told:
        process = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(written)], stderr=told)
    try:
        while not _answers(port) and process.poll() is None:
            pass
        assert process.poll() is None, errors.read_text()
        yield
    finally:
        process.terminate()
        process.wait(10)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
