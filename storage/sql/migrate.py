"""Bringing a database to the tables this version knows, by Alembic's numbered steps."""

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.errors import SchemaTooNew

# Found beside this file, so that it works from a wheel and needs no alembic.ini.
_STEPS = Path(__file__).parent / "migrations"
# Alembic keeps what it is working on in a global of its own.
_one_at_a_time = threading.Lock()


def bring_up_to_date(connection: Connection) -> None:
    """Make or update the tables, all steps in the running transaction; blocks.

    Raises SchemaTooNew when a newer version wrote them; then nothing was changed.
    """
    config = Config()
    # A config file's "%" would be a placeholder, and a folder may have one in its name.
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    present = MigrationContext.configure(connection).get_current_heads()
    if not known.issuperset(present):
        raise SchemaTooNew(", ".join(present))
    with _one_at_a_time:
        command.upgrade(config, "head")
