"""Opening the store: only this imports the database library, when the desk is first unlocked."""

from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk.store import vault
from filingdesk.store.files import DATABASE, private_file, private_folder
from filingdesk.store.stamp import is_of_another

if TYPE_CHECKING:
    from filingdesk.store.cases import EncryptedStore


def open_store(folder: Path, key: bytes) -> "EncryptedStore":
    """The store in a folder, made when there is none and brought up to date when it is older.

    `key` is what `vault.create_vault` or `vault.unlock` gave.
    Raises UserProblem: store-wrong-key, store-damaged, store-too-new, store-not-writable,
    store-busy, disk-full.
    """
    # Half a second of import: see the headline.
    from filingdesk.store.cases import EncryptedStore
    from filingdesk.store.database import engine_for
    from filingdesk.store.schema import bring_up_to_date

    file = folder / DATABASE
    private_folder(folder)
    private_file(file)
    engine = engine_for(
        file, key, lambda: vault.is_key_of(folder, key) and not is_of_another(file, key)
    )
    try:
        bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return EncryptedStore(engine)
