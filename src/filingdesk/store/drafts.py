"""The statements about drafts: one row a draft, and the pages of its files in their order."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from filingdesk.core.answers import AttachedFile
from filingdesk.core.ports import Draft, SafeFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.store.codec import draft_in, draft_out
from filingdesk.store.tables import draft_files, draft_pages, drafts


def keep(connection: Connection, draft: Draft) -> None:
    """The draft as it is now, in place of what was kept before."""
    row = draft_out(draft)
    connection.execute(
        insert_or_update(drafts).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
    )


def every(connection: Connection) -> Sequence[Draft]:
    """All drafts, the latest saved first."""
    rows = connection.execute(select(drafts).order_by(drafts.c.saved_at.desc()))
    return tuple(draft_in(row) for row in rows)


def erase(connection: Connection, id: str) -> None:
    """The draft; its files and their pages go with it."""
    connection.execute(delete(drafts).where(drafts.c.id == id))


def keep_file(connection: Connection, draft: str, file: AttachedFile, safe: SafeFile) -> None:
    """The pages of one file. Raises UserProblem: draft-unknown."""
    must_be_there(connection, draft)
    erase_file(connection, draft, file.id)
    key = {"draft": draft, "file": file.id}
    connection.execute(insert(draft_files), key | {"sha256": safe.sha256, "size": safe.size})
    pages = [key | {"number": number, "jpeg": jpeg} for number, jpeg in enumerate(safe.pages, 1)]
    if pages:
        connection.execute(insert(draft_pages), pages)


def must_be_there(connection: Connection, draft: str) -> None:
    """What was read while its draft was erased must not come back. Raises: draft-unknown."""
    if not connection.scalar(select(drafts.c.id).where(drafts.c.id == draft)):
        raise UserProblem(Problem("store", "draft-unknown"))


def file(connection: Connection, draft: str, file: str) -> SafeFile:
    """The pages of one file in their order. Raises UserProblem: file-unknown."""
    found = connection.execute(
        select(draft_files).where(draft_files.c.draft == draft, draft_files.c.file == file)
    ).one_or_none()
    if found is None:
        raise UserProblem(Problem("store", "file-unknown"))
    pages = connection.scalars(
        select(draft_pages.c.jpeg)
        .where(draft_pages.c.draft == draft, draft_pages.c.file == file)
        .order_by(draft_pages.c.number)
    )
    return SafeFile(tuple(pages), found.sha256, found.size)


def erase_file(connection: Connection, draft: str, file: str) -> None:
    """One file and its pages."""
    connection.execute(
        delete(draft_files).where(draft_files.c.draft == draft, draft_files.c.file == file)
    )
