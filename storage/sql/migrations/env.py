"""How Alembic runs the steps: on the connection and in the transaction it is handed."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,  # true of SQLite too, once Python's driver keeps its hands off
)
context.run_migrations()
