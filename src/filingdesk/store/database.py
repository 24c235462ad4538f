"""The encrypted database file: its connections, its transactions, and what its faults mean.

Threads: every thread that is in a transaction has a connection of its own from the pool, so the
store may be used from several at once. Readers never wait; one writer waits for another, at most
`_PATIENCE` ms. Nothing but whole transactions leaves this door.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlcipher3 import dbapi2

from filingdesk.store.files import problem, why_refused
from filingdesk.store.stamp import salt_of_new

_PATIENCE = 5000

# https://www.sqlite.org/rescode.html
_BUSY, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 8, 10, 11, 13, 14, 26
_IOERR_READ, _IOERR_SHORT_READ, _IOERR_DATA, _IOERR_CORRUPTFS = 266, 522, 8202, 8458
_UNREADABLE = (_IOERR_READ, _IOERR_SHORT_READ, _IOERR_DATA, _IOERR_CORRUPTFS)
_CODES = {
    _BUSY: "store-busy",
    _READONLY: "store-not-writable",
    _CANTOPEN: "store-not-writable",
    _CORRUPT: "store-damaged",
    _FULL: "disk-full",
}


def engine_for(file: Path, key: bytes, is_right_key: Callable[[], bool]) -> Engine:
    """The engine of one database file; its connections are made when they are needed.

    `is_right_key` is asked when the file cannot be read: a wrong key and a damaged first page look
    the same to SQLCipher.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(file)), module=dbapi2, hide_parameters=True
    )
    event.listen(engine, "connect", lambda raw, _: _prepare(raw, file, key))
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda fault: _tell(fault, file, is_right_key))
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that changes something: durable when this block is left, or undone."""
    # A writer says so at once: one that starts as a reader may not wait for another writer.
    with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One look at the store as it is at this moment."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def without_transaction(engine: Engine) -> Iterator[Connection]:
    """For the few pragmas that do nothing within a transaction."""
    with engine.execution_options(begin="").connect() as connection:
        yield connection


def empty_journal(engine: Engine) -> None:
    """Bring the write-ahead log into the file and cut it to nothing.

    Raises UserProblem: store-busy, when somebody reads for longer than we wait.
    """
    with without_transaction(engine) as connection:
        busy: int = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
    if busy:
        raise problem("store-busy")


def _prepare(raw: Any, file: Path, key: bytes) -> None:
    cursor = raw.cursor()
    for pragma in (
        # SQLCipher writes of wrong keys and bad pages to stderr.
        "cipher_log_level = NONE",
        # Raw key: the 32 random bytes need no derivation. Only a new file is given its salt.
        f"key = \"x'{key.hex()}{salt_of_new(file, key).hex()}'\"",
        f"busy_timeout = {_PATIENCE}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}").fetchall()
    cursor.close()


def _begin(connection: Connection) -> None:
    statement = connection.get_execution_options().get("begin", "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)


def _tell(fault: ExceptionContext, file: Path, is_right_key: Callable[[], bool]) -> None:
    code = _code(fault.original_exception, file, is_right_key)
    if code:
        raise problem(code) from None


def _code(fault: BaseException, file: Path, is_right_key: Callable[[], bool]) -> str:
    number = getattr(fault, "sqlite_errorcode", 0)
    kind = number & 0xFF
    if kind == _NOTADB:
        return "store-damaged" if is_right_key() else "store-wrong-key"
    if kind == _IOERR:
        # A quota or a limit is told as a failed write, not as FULL; so is a disk gone read-only.
        return "store-damaged" if number in _UNREADABLE else why_refused(file.parent)
    return _CODES.get(kind, "")
