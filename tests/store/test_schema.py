"""The shape of the tables, how it came to be, and what an older or a later program meets."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from filingdesk.core.problem import UserProblem
from filingdesk.store import schema
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.database import engine_for, reading, writing
from filingdesk.store.files import private_file
from filingdesk.store.opening import open_store
from filingdesk.store.tables import metadata
from tests.store.examples import ATTACHED, SAFE, case, draft, signed


@pytest.fixture
def engine(tmp_path: Path, key: bytes) -> Iterator[Engine]:
    file = tmp_path / "store.db"
    private_file(file)
    made = engine_for(file, key, lambda: False)
    yield made
    made.dispose()


def revisions() -> list[str]:
    """Oldest first."""
    walk = ScriptDirectory.from_config(schema.config()).walk_revisions()
    return [each.revision for each in walk][::-1]


def test_the_migrations_lead_to_what_the_tables_say(engine: Engine) -> None:
    assert schema.revision(engine) is None
    schema.bring_up_to_date(engine)
    assert schema.revision(engine) == schema.HEAD == revisions()[-1]
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        for table in metadata.sorted_tables:
            keys = inspect(connection).get_foreign_keys(table.name)
            assert {each["name"] for each in keys} == {
                each.name for each in table.foreign_key_constraints
            }
            assert {each["options"].get("ondelete") for each in keys} == {
                each.ondelete for each in table.foreign_key_constraints
            }


def test_each_migration_goes_up_and_down_and_up_again(engine: Engine) -> None:
    shapes = {}
    for step in revisions():
        with schema.migrating(engine) as connection:
            command.upgrade(schema.config(connection), step)
        shapes[step] = _shape(engine)
    for step, below in zip(revisions()[::-1], [*revisions()[-2::-1], "base"], strict=True):
        assert _shape(engine) == shapes[step]
        with schema.migrating(engine) as connection:
            command.downgrade(schema.config(connection), below)
    assert [name for name in _shape(engine) if "alembic_version" not in name] == []
    schema.bring_up_to_date(engine)
    assert _shape(engine) == shapes[schema.HEAD]


def test_a_migration_that_fails_leaves_the_store_as_it_was(engine: Engine) -> None:
    schema.bring_up_to_date(engine)
    before = _shape(engine)

    def half_a_migration() -> None:
        with schema.migrating(engine) as connection:
            connection.execute(text("DROP TABLE settings"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half_a_migration()
    assert _shape(engine) == before


def test_a_table_that_is_built_anew_keeps_the_rows_that_point_to_it(
    store: EncryptedStore, folder: Path, key: bytes
) -> None:
    store.save_draft(draft())
    store.save_file("d1", ATTACHED, SAFE)
    engine = engine_for(folder / "store.db", key, lambda: True)
    with schema.migrating(engine) as connection:
        changes = Operations(MigrationContext.configure(connection))
        with changes.batch_alter_table("drafts", recreate="always"):
            pass
    assert store.file("d1", "f1") == SAFE
    with writing(engine) as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    engine.dispose()


def test_what_has_happened_cannot_be_changed_by_any_statement(
    store: EncryptedStore, folder: Path, key: bytes
) -> None:
    store.open_case(case(), b"{}", signed())
    engine = engine_for(folder / "store.db", key, lambda: True)
    for statement in ("UPDATE events SET note = ''", "UPDATE filings SET pdf = x'00'"):
        with (
            pytest.raises(IntegrityError, match="does not change"),
            writing(engine) as connection,
        ):
            connection.execute(text(statement))
    engine.dispose()


def test_a_store_of_a_later_program_is_left_alone(
    store: EncryptedStore, folder: Path, key: bytes
) -> None:
    store.save_draft(draft())
    engine = engine_for(folder / "store.db", key, lambda: True)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UserProblem, match="store-too-new"):
        open_store(folder, key)
    assert list(store.drafts()) == [draft()]
    engine.dispose()


def test_opening_a_store_of_today_does_not_import_the_migrations(folder: Path, key: bytes) -> None:
    open_store(folder, key).close()
    program = (
        "import json, sys; from pathlib import Path\n"
        "from filingdesk.store import vault; from filingdesk.store.opening import open_store\n"
        "early = sorted({'sqlalchemy', 'sqlcipher3', 'cryptography'} & set(sys.modules))\n"
        "open_store(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])).close()\n"
        "print(json.dumps([early, 'sqlalchemy' in sys.modules, 'alembic' in sys.modules]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, folder, key.hex()],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert json.loads(told.stdout) == [[], True, False]


def _shape(engine: Engine) -> dict[str, str]:
    with reading(engine) as connection:
        rows = connection.execute(text("SELECT name, coalesce(sql, '') FROM sqlite_master"))
        return {name: " ".join(sql.split()) for name, sql in rows}
