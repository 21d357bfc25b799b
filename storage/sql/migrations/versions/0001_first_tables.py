"""The first tables: streams and their lines, and the catalog."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "streams",
        sa.Column("stream", sa.String, nullable=False),
        sa.Column("epoch", sa.String, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("stream", name="pk_streams"),
    )
    op.create_table(
        "lines",
        sa.Column("stream", sa.String, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("command_id", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("stream", "seq", name="pk_lines"),
        sa.UniqueConstraint("stream", "command_id", name="uq_lines_stream_command_id"),
        sa.ForeignKeyConstraint(["stream"], ["streams.stream"], name="fk_lines_stream"),
    )
    op.create_table(
        "meetings",
        sa.Column("meeting_id", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("starts_at", sa.BigInteger, nullable=False),
        sa.Column("phase", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", name="pk_meetings"),
    )
    op.create_table(
        "links",
        sa.Column("link_id", sa.String, nullable=False),
        sa.Column("meeting_id", sa.String),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("name", sa.String),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=False),
        sa.Column("revoked_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("link_id", name="pk_links"),
    )
    op.create_index("ix_links_meeting_id", "links", ["meeting_id"])
    op.create_table(
        "seats",
        sa.Column("seat_id", sa.String, nullable=False),
        sa.Column("link_id", sa.String, nullable=False),
        sa.Column("meeting_id", sa.String),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("person_id", sa.String),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("seat_id", name="pk_seats"),
    )
    op.create_table(
        "contents",
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("byte_count", sa.BigInteger, nullable=False),
        sa.Column("sizes", sa.JSON, nullable=False),
        sa.Column("page_count", sa.Integer, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_contents"),
    )
    op.create_table(
        "pages",
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("failure", sa.String),
        sa.PrimaryKeyConstraint("sha256", "page", name="pk_pages"),
    )
