"""Inserts that meet a row with the same key; written in SQLite's words, which PostgreSQL reads."""

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import Insert, insert


def upsert(table: Table) -> Insert:
    """Insert whole rows, replacing those with the same key."""
    statement = insert(table)
    keys = table.primary_key.columns.keys()
    rest = {name: value for name, value in statement.excluded.items() if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)


def insert_missing(table: Table) -> Insert:
    """Insert rows whose key is free."""
    return insert(table).on_conflict_do_nothing()
