"""Which shape the tables have, and bringing an older store to the shape of today."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from filingdesk.store.database import reading, without_transaction
from filingdesk.store.files import problem

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0012"
"""The revision that `tables` describes."""


def bring_up_to_date(engine: Engine) -> None:
    """Nothing but one query, where the store is of today. Raises UserProblem: store-too-new."""
    kept = revision(engine)
    if kept != HEAD:
        upgrade(engine)


def revision(engine: Engine) -> str | None:
    """The revision of a store, None for a new file."""
    with reading(engine) as connection:
        tables = connection.exec_driver_sql(
            "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        )
        if tables.first() is None:
            return None
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        return None if row is None else str(row[0])


def upgrade(engine: Engine) -> None:
    """All migrations that are missing, in one transaction. Raises UserProblem: store-too-new."""
    # 0.8 s of import, needed once after an update of the program.
    from alembic import command
    from alembic.script import ScriptDirectory

    known = {each.revision for each in ScriptDirectory.from_config(config()).walk_revisions()}
    if revision(engine) not in known | {None}:
        raise problem("store-too-new")
    with migrating(engine) as connection:
        command.upgrade(config(connection), HEAD)


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """One transaction in which tables may be built anew.

    SQLite changes a table by copying and dropping it. With foreign keys on, the drop would take
    the rows with it that point there; they cannot be switched within a transaction, so they are
    off from before it, and checked at its end.
    """
    with without_transaction(engine) as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.commit()
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise RuntimeError("a migration left rows that point to nothing")
            connection.commit()
        finally:
            connection.rollback()
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")


def config(connection: Connection | None = None) -> "Config":
    """What alembic must know: where the migrations are, and the connection to run them on."""
    from alembic.config import Config

    settings = Config(attributes={"connection": connection})
    settings.set_main_option("script_location", "filingdesk.store:migrations")
    return settings
