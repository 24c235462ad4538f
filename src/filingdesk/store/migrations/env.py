"""Runs migrations on the connection that `schema` hands over; there is no ini file and no URL."""

from alembic import context

from filingdesk.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
