"""The encrypted store: what the desk remembers, in one file that is noise without its key."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Engine, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from filingdesk.core.answers import AttachedFile
from filingdesk.core.case import Case, Event
from filingdesk.core.ports import Draft, DueDay, SafeFile, Standing
from filingdesk.core.redating import ShownDate
from filingdesk.core.reminder import Reminder
from filingdesk.core.reply import KeptReply
from filingdesk.core.signature import Level, Reached, SignedFile, StampedFile
from filingdesk.store import casebook, drafts, originals, reminders, replies, signings, standing
from filingdesk.store.database import empty_journal, reading, writing
from filingdesk.store.tables import settings


class EncryptedStore:
    """A `CaseStore` on one SQLCipher file; may be used from several threads.

    Every method is one transaction: what has returned survives a power cut, what has raised has
    changed nothing. An erasing one may raise when all is gone but for the journal, which the next
    one empties. All raise UserProblem: disk-full, store-not-writable, store-busy,
    store-damaged.
    """

    def __init__(self, engine: Engine) -> None:
        self._opened: Engine | None = engine

    @property
    def _engine(self) -> Engine:
        if self._opened is None:
            raise RuntimeError("the store is closed")
        return self._opened

    def close(self) -> None:
        """Let go of the file and of the key. The store cannot be used afterwards."""
        if self._opened is not None:
            self._opened.dispose()
            self._opened = None

    def save_draft(self, draft: Draft) -> None:
        """Keep a draft in place of what was kept of it before."""
        with writing(self._engine) as connection:
            drafts.keep(connection, draft)

    def drafts(self) -> Sequence[Draft]:
        """All drafts, the latest saved first."""
        with reading(self._engine) as connection:
            return drafts.every(connection)

    def erase_draft(self, id: str) -> None:
        """The draft and its files are gone: overwritten in the file, and out of its journal."""
        with writing(self._engine) as connection:
            originals.erase_every(connection, id)
            drafts.erase(connection, id)
        empty_journal(self._engine)

    def save_file(self, draft: str, file: AttachedFile, safe: SafeFile) -> None:
        """Keep the pages of a file. Raises UserProblem: draft-unknown."""
        with writing(self._engine) as connection:
            drafts.keep_file(connection, draft, file, safe)

    def file(self, draft: str, file: str) -> SafeFile:
        """The pages of a file in their order. Raises UserProblem: file-unknown."""
        with reading(self._engine) as connection:
            return drafts.file(connection, draft, file)

    def save_original(self, draft: str, file: str, untrusted_content: bytes) -> None:
        """Keep the bytes that a person brought. Raises UserProblem: draft-unknown."""
        with writing(self._engine) as connection:
            originals.keep(connection, draft, file, untrusted_content)

    def original(self, draft: str, file: str) -> bytes:
        """The bytes that a person brought. Raises UserProblem: file-unknown."""
        with reading(self._engine) as connection:
            return originals.one(connection, draft, file)

    def erase_original(self, draft: str, file: str) -> None:
        """The bytes are gone, as a draft is; the pages stay."""
        with writing(self._engine) as connection:
            originals.erase(connection, draft, file)
        empty_journal(self._engine)

    def erase_file(self, draft: str, file: str) -> None:
        """One file of a draft, and its original, are gone, as a draft is."""
        with writing(self._engine) as connection:
            drafts.erase_file(connection, draft, file)
            originals.erase(connection, draft, file)
        empty_journal(self._engine)

    def open_case(self, case: Case, filing: bytes, signed: SignedFile) -> None:
        """Keep a signed filing as a case, all of it or nothing. Raises UserProblem: case-exists.

        The originals of its draft, which has the same id, become part of it as they lie there.
        """
        with writing(self._engine) as connection:
            casebook.add(connection, case, filing, signed)

    def cases(self, search: str = "") -> Sequence[Case]:
        """Newest first; `search` looks for a text however it is written, in reference, person,
        title, authority and document number.
        """
        with reading(self._engine) as connection:
            return casebook.found(connection, search)

    def in_order(self, search: str = "") -> Sequence[int]:
        """The numbers of those cases, the most urgent first as far as that is settled."""
        with reading(self._engine) as connection:
            return standing.in_order(connection, search)

    def numbered(self, numbers: Sequence[int]) -> Sequence[Case]:
        """The cases of some hundred numbers at most, in the same order."""
        with reading(self._engine) as connection:
            return casebook.numbered(connection, numbers)

    def number_of(self, id: str) -> int:
        """By id or by reference. Raises UserProblem: case-unknown."""
        with reading(self._engine) as connection:
            return casebook.number_of(connection, id)

    def unsettled(self, today: date, law: str) -> Sequence[int]:
        """The numbers of the cases of which nothing was settled that holds today.

        Under another law than before, that is all of them.
        """
        with reading(self._engine) as connection:
            is_same = standing.is_by_law(connection, law)
        if not is_same:
            with writing(self._engine) as connection:
                standing.begin_law(connection, law)
        with reading(self._engine) as connection:
            return standing.unsettled(connection, today)

    def settle(self, found: Mapping[int, Standing]) -> None:
        """Keep how some hundred cases stand, by their numbers."""
        with writing(self._engine) as connection:
            standing.settle(connection, found)

    def due_numbers(self, rank: int, first: date, last: date) -> Sequence[int]:
        """The numbers of the settled days of a rank between two days, the nearest first."""
        with reading(self._engine) as connection:
            return standing.due_numbers(connection, rank, first, last)

    def due_numbers_of(self, case: int) -> Sequence[int]:
        """The numbers of the settled days of one case, the most urgent first."""
        with reading(self._engine) as connection:
            return standing.due_numbers_of(connection, case)

    def due(self, numbers: Sequence[int]) -> Sequence[tuple[int, DueDay | None]]:
        """Some hundred of those days in that order, each with the number of its case.

        None for a day that is not settled any more.
        """
        with reading(self._engine) as connection:
            return standing.due(connection, numbers)

    def case(self, id: str) -> Case:
        """By id or by reference, whatever its capitals. Raises UserProblem: case-unknown."""
        with reading(self._engine) as connection:
            return casebook.one(connection, id)

    def signed_pdf(self, id: str) -> bytes:
        """The signed PDF as it is now, byte for byte. Raises UserProblem: case-unknown."""
        with reading(self._engine) as connection:
            return signings.signed_pdf(connection, id)

    def reached(self, id: str) -> Reached:
        """How high the signatures of a case's file are. Raises UserProblem: case-unknown."""
        with reading(self._engine) as connection:
            return signings.reached(connection, id)

    def below(self, level: Level) -> Sequence[str]:
        """The references of the cases whose files do not reach a level; the oldest first."""
        with reading(self._engine) as connection:
            return signings.below(connection, level)

    def replace_signed(
        self, id: str, signed: SignedFile | StampedFile, reached: Reached, events: Sequence[Event]
    ) -> Case:
        """A file that grew out of the one before. Raises UserProblem: case-changed."""
        with writing(self._engine) as connection:
            signings.replace(connection, id, signed, reached, events)
            return casebook.one(connection, id)

    def keep_reply(
        self, id: str, kept: KeptReply, content: bytes, told: Sequence[Event] = ()
    ) -> None:
        """Keep what came back, and what it tells. Raises UserProblem: case-unknown, reply-known."""
        with writing(self._engine) as connection:
            replies.keep(connection, id, kept, content, told)

    def replies(self, id: str) -> Sequence[KeptReply]:
        """What came back for a case, in order. Raises UserProblem: case-unknown."""
        with reading(self._engine) as connection:
            return replies.every(connection, id)

    def reply(self, id: str, sha256: str) -> bytes:
        """One of them, byte for byte. Raises UserProblem: case-unknown, file-unknown."""
        with reading(self._engine) as connection:
            return replies.content(connection, id, sha256)

    def filing(self, id: str) -> bytes:
        """filing.json as it was signed. Raises UserProblem: case-unknown."""
        with reading(self._engine) as connection:
            return casebook.filing(connection, id)

    def record(self, id: str, event: Event) -> Case:
        """Add an event; those before it never change. Raises UserProblem: case-unknown."""
        with writing(self._engine) as connection:
            casebook.record(connection, id, event)
            return casebook.one(connection, id)

    def shown(self, id: str) -> Sequence[ShownDate]:
        """The last days that a case showed, each clock once. Raises UserProblem: case-unknown."""
        with reading(self._engine) as connection:
            return casebook.shown(connection, id)

    def keep_shown(self, id: str, dates: Sequence[ShownDate], moved: Sequence[Event] = ()) -> None:
        """Keep what is shown now, and that it moved. Raises UserProblem: case-unknown."""
        with writing(self._engine) as connection:
            casebook.keep_shown(connection, id, dates, moved)

    def keep_reminder(self, reminder: Reminder) -> None:
        """Keep a reminder, in place of what was kept under its id before."""
        with writing(self._engine) as connection:
            reminders.keep(connection, reminder)

    def reminders(self) -> Sequence[Reminder]:
        """All of them, the nearest day first."""
        with reading(self._engine) as connection:
            return reminders.every(connection)

    def erase_reminder(self, id: str) -> None:
        """It is gone, as a draft is; nothing happens where there is none."""
        with writing(self._engine) as connection:
            was_there = reminders.erase(connection, id)
        if was_there:
            empty_journal(self._engine)

    def setting(self, name: str) -> bytes | None:
        """What the desk keeps under a name, such as its seal."""
        with reading(self._engine) as connection:
            kept: bytes | None = connection.scalar(
                select(settings.c.value).where(settings.c.name == name)
            )
            return kept

    def keep_setting(self, name: str, value: bytes) -> None:
        """Keep something under a name, in place of what was kept before."""
        row = {"name": name, "value": value}
        with writing(self._engine) as connection:
            connection.execute(
                insert_or_update(settings)
                .values(row)
                .on_conflict_do_update(index_elements=["name"], set_=row)
            )
