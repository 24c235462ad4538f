"""The encrypted memory of the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from filingdesk.core.answers import Answers, AttachedFile
    from filingdesk.core.case import Case, Event
    from filingdesk.core.ports.paper import SafeFile
    from filingdesk.core.redating import ShownDate
    from filingdesk.core.reminder import Reminder
    from filingdesk.core.reply import KeptReply
    from filingdesk.core.signature import Level, Reached, SignedFile, StampedFile


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """A filing being made: kept at every change, opened again after a crash.

    Its kind follows from its answers: see `interview.kind_of`.
    """

    id: str
    answers: Answers
    page: str
    language: str
    consent: str = ""
    change_from: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day of a case to look after; the smallest `rank` presses most.

    `clock` is the id of what sets it; empty, with the last of all days, where nothing does.
    """

    rank: int
    day: date
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a case needs on every day from `since` to `until`, unless something happens to it.

    `days`: the most urgent first; none where nothing is to be looked after.
    """

    since: date
    until: date
    days: tuple[DueDay, ...]


class CaseStore(Protocol):
    """The encrypted memory of the desk. What it has acknowledged survives a power cut."""

    def save_draft(self, draft: Draft) -> None:
        """Raises UserProblem: disk-full, store-not-writable."""

    def drafts(self) -> Sequence[Draft]: ...

    def erase_draft(self, id: str) -> None:
        """The draft and its files are gone, also from the disk."""

    def save_file(self, draft: str, file: AttachedFile, safe: SafeFile) -> None: ...

    def file(self, draft: str, file: str) -> SafeFile: ...

    def erase_file(self, draft: str, file: str) -> None:
        """The pages of a file, and its original where it was kept, are gone from the disk."""

    def save_original(self, draft: str, file: str, untrusted_content: bytes) -> None:
        """Keep the bytes that a person brought, beside the pages of that file."""

    def original(self, draft: str, file: str) -> bytes:
        """Raises UserProblem: file-unknown."""

    def erase_original(self, draft: str, file: str) -> None: ...

    def open_case(self, case: Case, filing: bytes, signed: SignedFile) -> None:
        """Keep a signed filing as a case; `filing` is filing.json."""

    def cases(self, search: str = "") -> Sequence[Case]:
        """Newest first; `search` looks for a text however it is written, in reference, person,
        title, authority and document number.
        """

    def in_order(self, search: str = "") -> Sequence[int]:
        """The numbers of those cases, the most urgent first as far as that is settled."""

    def numbered(self, numbers: Sequence[int]) -> Sequence[Case]:
        """The cases of some hundred numbers at most, in the same order."""

    def number_of(self, id: str) -> int:
        """By id or by reference. Raises UserProblem: case-unknown."""

    def unsettled(self, today: date, law: str) -> Sequence[int]:
        """The numbers of the cases of which nothing was settled that holds today.

        `law` names what days are counted by: under another one than before, that is all of them.
        """

    def settle(self, found: Mapping[int, Standing]) -> None:
        """Keep how some hundred cases stand, by their numbers."""

    def due_numbers(self, rank: int, first: date, last: date) -> Sequence[int]:
        """The numbers of the settled days of a rank between two days, the nearest first."""

    def due_numbers_of(self, case: int) -> Sequence[int]:
        """The numbers of the settled days of one case, the most urgent first."""

    def due(self, numbers: Sequence[int]) -> Sequence[tuple[int, DueDay | None]]:
        """Some hundred of those days in that order, each with the number of its case.

        None for a day that is not settled any more.
        """

    def case(self, id: str) -> Case:
        """By id or by reference. Raises UserProblem: case-unknown."""

    def signed_pdf(self, id: str) -> bytes: ...

    def filing(self, id: str) -> bytes: ...

    def keep_reply(
        self, id: str, kept: KeptReply, content: bytes, told: Sequence[Event] = ()
    ) -> None:
        """Keep what came back, and what it tells. Raises UserProblem: case-unknown, reply-known."""

    def replies(self, id: str) -> Sequence[KeptReply]:
        """What came back for a case, in the order in which it was kept."""

    def reply(self, id: str, sha256: str) -> bytes:
        """One of them, byte for byte. Raises UserProblem: case-unknown, file-unknown."""

    def reached(self, id: str) -> Reached:
        """How high the signatures of a case's file are. Raises UserProblem: case-unknown."""

    def below(self, level: Level) -> Sequence[str]:
        """The references of the cases whose files do not reach a level; the oldest first."""

    def replace_signed(
        self, id: str, signed: SignedFile | StampedFile, reached: Reached, events: Sequence[Event]
    ) -> Case:
        """Keep a file that grew out of the one before, and what happened, all of it or nothing.

        Raises UserProblem: case-changed where it grew out of another one, case-unknown.
        """

    def record(self, id: str, event: Event) -> Case: ...

    def shown(self, id: str) -> Sequence[ShownDate]:
        """The last days that a case showed, each clock once. Raises UserProblem: case-unknown."""

    def keep_shown(self, id: str, dates: Sequence[ShownDate], moved: Sequence[Event] = ()) -> None:
        """Keep what is shown now, and the events of what moved, all of it or nothing."""

    def keep_reminder(self, reminder: Reminder) -> None:
        """In place of what was kept under its id before. Raises as `save_draft` does."""

    def reminders(self) -> Sequence[Reminder]:
        """The nearest day first."""

    def erase_reminder(self, id: str) -> None:
        """Nothing of it stays on the disk; nothing happens where there is none."""
