"""Where packs come from, how they are kept, and what is found in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from filingdesk.core.answers import Answers
    from filingdesk.core.pack import Pack, Versions
    from filingdesk.core.problem import Problem
    from filingdesk.core.workdays import Calendar


class PackShelf(Protocol):
    """The jurisdictions this desk knows."""

    def jurisdictions(self) -> Sequence[str]: ...

    def pack(self, jurisdiction: str, versions: Versions = ()) -> Pack:
        """The pack with all that its parents give it: as it was in those versions, or today's.

        Raises UserProblem: jurisdiction-unknown, pack-version-missing.
        """

    def calendar(self) -> Calendar: ...


@dataclass(frozen=True, slots=True)
class PackInUse:
    """A version of a pack. `signer` is the short name of a key, empty where nobody signed."""

    id: str
    version: str
    is_shipped: bool
    signer: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class BuiltPack:
    """A pack as a file to give away: its name, its bytes, and the key that it is signed with."""

    name: str
    content: bytes
    signer: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class NewKey:
    """A publisher's key as PEM files, and its short name."""

    private: bytes
    public: bytes
    id: str


@dataclass(frozen=True, slots=True)
class NewPack:
    """A pack that somebody begins, and the parent that it builds on.

    `statute` is a file with a law's text that it will quote; `articles` are the numbers of those
    articles that matter, none for all.
    """

    id: str
    name: str
    parent: str
    statute: str = ""
    articles: tuple[int, ...] = ()


class PackKeeping(Protocol):
    """Packs that come from elsewhere and go elsewhere, and the versions that cases need."""

    def in_use(self) -> Sequence[PackInUse]: ...

    def begin(self, new: NewPack, today: date, at: str = "") -> str:
        """A folder for its author to fill, in the folder `at` or else beside the program's packs.

        Raises UserProblem: pack-name-unfit, pack-folder-exists, jurisdiction-unknown …
        """

    def build(self, folder: str, statutes: str = "") -> BuiltPack:
        """`statutes`: a folder of texts that the program does not bring.

        Raises UserProblem with what cannot be read in the folder.
        """

    def sign(self, untrusted_bundle: bytes, untrusted_key: bytes, passphrase: str) -> BuiltPack:
        """Raises UserProblem: key-not-readable, key-wrong-passphrase, bundle-not-readable …"""

    def new_key(self, passphrase: str) -> NewKey: ...

    def trust(self, untrusted_key: bytes) -> str:
        """Take packs of this public key (PEM); gives its short name."""

    def install(
        self, untrusted_bundle: bytes, *, allow_unsigned: bool = False, allow_older: bool = False
    ) -> PackInUse:
        """Raises UserProblem: bundle-unsigned, bundle-signer-unknown, pack-older, its faults …"""

    def roll_back(self, id: str) -> PackInUse | None:
        """The version before; None where there was none. Raises UserProblem: pack-never-changed."""

    def keep(self, versions: Versions) -> None:
        """What a case is made under stays on this desk. Raises UserProblem: disk-full."""


@dataclass(frozen=True, slots=True, repr=False)
class AnswersFile:
    """An ANSWERS.toml as read: what was said, and what an example expects to come of it.

    `files` are paths as written, by material; `today` is None unless the file names the day.
    """

    jurisdiction: str
    kind: str
    language: str
    today: date | None
    answers: Answers
    files: Mapping[str, tuple[str, ...]]
    expect: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far the ways of all kinds were walked.

    `every_path` says that all sequences of pages were counted; a way to a thing was `walked` so
    many times in all, and sought over so many `pages` at most.
    """

    every_path: bool = True
    walked: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class PackReport:
    """What the linter found in all packs: `faults` are to be mended, `notes` only to be known.

    Kinds, rules, pages and paths count once for each pack that has them; a rule is a ground, a
    time limit, a display rule or an authority.
    """

    faults: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()
    jurisdictions: int = 0
    kinds: int = 0
    scenarios: int = 0
    rules: int = 0
    verified_rules: int = 0
    pages: int = 0
    paths: int = 0
    bounds: Bounds = Bounds()
