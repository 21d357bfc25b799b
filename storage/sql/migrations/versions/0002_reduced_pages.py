"""Pages remember that they were drawn at half the size only."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Pages drawn before this step were drawn in full."""
    op.add_column(
        "pages", sa.Column("reduced", sa.Boolean, nullable=False, server_default=sa.false())
    )
