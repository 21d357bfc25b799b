"""What stands on each sheet, and the last fold of each stream, beside its lines."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Both begin empty: whoever opens a stream with lines and no checkpoint rebuilds it."""
    op.create_table(
        "marks",
        sa.Column("stream", sa.String, nullable=False),
        sa.Column("sheet", sa.String, nullable=False),
        sa.Column("mark_id", sa.String, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("stream", "sheet", "mark_id", name="pk_marks"),
    )
    op.create_index("ix_marks_stream_sheet_seq", "marks", ["stream", "sheet", "seq"])
    op.create_table(
        "checkpoints",
        sa.Column("stream", sa.String, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("stream", name="pk_checkpoints"),
    )
