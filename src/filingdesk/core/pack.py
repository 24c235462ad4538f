"""A jurisdiction as data: who is in charge, what can be filed, on which grounds, by when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from filingdesk.core.deadline import Clock, Unit
from filingdesk.core.law import ALWAYS, Citation, Effect
from filingdesk.core.question import Question, When

Versions = tuple[tuple[str, str], ...]
"""A pack and its parents, nearest first, each by its id and its version."""


class Role(StrEnum):
    """What an authority does with a record: 认定, 提供, 平台, 监督, 复议."""

    RECOGNISING = "recognising"
    PROVIDING = "providing"
    PLATFORM = "platform"
    SUPERVISING = "supervising"
    RECONSIDERING = "reconsidering"


@dataclass(frozen=True, slots=True)
class Authority:
    """An organ, with the days on which its name holds and the organ that follows it.

    After `contact_check_by` somebody should look whether `contact` still holds.
    """

    id: str
    name: str
    roles: frozenset[Role]
    effect: Effect = ALWAYS
    successor: str = ""
    aliases: tuple[str, ...] = ()
    contact: str = ""
    contact_check_by: date | None = None
    citations: tuple[Citation, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a ground leads, and why; they are tried in the order of the list.

    One whose `when` does not hold is passed over. `authority` is the id of the organ, `question`
    names the question (of type authority) whose answer it is; without either the role decides.
    """

    role: Role
    reason: str
    citations: tuple[Citation, ...] = ()
    when: When = ()
    question: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class NotThere:
    """An office that people try by mistake, and why it is not the one.

    It is `authority`, an id; without one, whoever holds the role.
    """

    role: Role
    reason: str
    authority: str = ""
    when: When = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason for which a record must be changed or taken down.

    Every tuple of sentences holds alternatives or statements with named places; what cannot be
    filled from answers is left out, so that nothing is claimed that nobody said.
    """

    id: str
    text: str
    plain: str
    supported: tuple[When, ...]
    addressees: tuple[Addressee, ...]
    not_there: tuple[NotThere, ...] = ()
    field: str = ""
    shown: tuple[str, ...] = ()
    true: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    verified: bool = False
    effect: Effect = ALWAYS


EVERY_GROUND = "*"


@dataclass(frozen=True, slots=True)
class Material:
    """A paper that supports the filing: one slot on the screen, one line in the exhibit list.

    `purpose` says in the evidence table what it proves; without one the grounds it `proves` do.
    `origin` says there whether it is an original or a copy, and from whom it is. EVERY_GROUND among
    the grounds it `proves` is each of them: so is the page that shows the record.
    """

    id: str
    text: str
    example: str = ""
    consequence: str = ""
    purpose: str = ""
    origin: str = ""
    required: bool = True
    proves: tuple[str, ...] = ()
    when: When = ()
    citations: tuple[Citation, ...] = ()

    def supports(self, ground: str) -> bool:
        """Whether it proves the ground of that id."""
        return EVERY_GROUND in self.proves or ground in self.proves


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper that the desk makes itself and sets after the letter, under its own title."""

    id: str
    name: str
    template: str
    when: When = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another kind of filing that may serve as well or better; `reason` is a sentence.

    One of its own kind says that a further filing is needed, after this one.
    """

    id: str
    kind: str
    reason: str
    when: When = ()
    citations: tuple[Citation, ...] = ()
    verified: bool = False


class Measure(StrEnum):
    """What a display rule sets: the longest time of display, or the least before repair."""

    MAXIMUM = "maximum"
    MINIMUM = "minimum"


@dataclass(frozen=True, slots=True)
class DisplayRule:
    """How long a record may be, or must be, shown, from the answer to the question `start`.

    `effect` is compared with the record's own day of that start; that of a minimum with the day
    on which repair is asked for. `regime` groups versions of one rule: only rules of the same
    regime replace each other.
    """

    id: str
    name: str
    regime: str
    start: str
    count: int
    unit: Unit
    effect: Effect
    when: When = ()
    citations: tuple[Citation, ...] = ()
    verified: bool = False
    measure: Measure = Measure.MAXIMUM


class Shows(StrEnum):
    """What a page shows besides its questions.

    ELSEWHERE ends the way without a filing: another body deals with it, and the page's intro
    names it.
    """

    QUESTIONS = "questions"
    FINDING = "finding"
    AUTHORITY = "authority"
    ELSEWHERE = "elsewhere"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Edge:
    """Where the way goes on when `when` holds; the first edge that holds is taken.

    It leads to a page, or, from a page of the triage, into a kind of filing.
    """

    to: str = ""
    when: When = ()
    kind: str = ""


WINDOW_PAGES = frozenset(
    {
        "setup",
        "recovery",
        "unlock",
        "opening",
        "interrupted",
        "start",
        "notice",
        "arrange",
        "preview",
        "sign",
        "done",
    }
)
"""What the window calls its own pages, before, in and after the interview: no page of a pack."""


@dataclass(frozen=True, slots=True)
class Page:
    """One screen of the interview: one question, or one small group."""

    id: str
    section: str
    title: str
    intro: str = ""
    shows: Shows = Shows.QUESTIONS
    questions: tuple[str, ...] = ()
    next: tuple[Edge, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A step of the task list."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class VersionedText:
    """A text that a person agrees to: what was agreed is stored by version."""

    version: str
    text: str


@dataclass(frozen=True, slots=True)
class Triage:
    """The pages before a kind of filing is known; every kind's interview begins with them."""

    pages: tuple[Page, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FilingKind:
    """One kind of filing in one jurisdiction, with all that its parents gave it.

    `pages` and `questions` begin with those of the triage; an edge of those that names this kind
    leads on by `enter`. While the fact `wait_for` is running there is no filing, only a day.
    `enclosures` hold the text of their templates.
    """

    id: str
    name: str
    sections: tuple[Section, ...]
    pages: tuple[Page, ...]
    questions: Mapping[str, Question]
    grounds: tuple[Ground, ...]
    materials: tuple[Material, ...]
    clocks: tuple[Clock, ...]
    template: str
    truth: VersionedText
    enter: tuple[Edge, ...] = ()
    wait_for: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A jurisdiction. `lineage` names it and its parents, nearest first, `versions` says which."""

    id: str
    name: str
    version: str
    as_of: date
    language: str
    lineage: tuple[str, ...]
    selectable: bool = True
    authorities: tuple[Authority, ...] = ()
    display_rules: tuple[DisplayRule, ...] = ()
    triage: Triage = Triage()
    kinds: Mapping[str, FilingKind] = field(default_factory=dict)
    versions: Versions = ()

    def authority(self, id: str) -> Authority | None:
        """The authority of that id, or None."""
        return next((each for each in self.authorities if each.id == id), None)

    def holding(self, role: Role, day: date) -> tuple[Authority, ...]:
        """The authorities that hold a role on a day, in the order of the pack."""
        return tuple(
            each for each in self.authorities if role in each.roles and each.effect.covers(day)
        )
