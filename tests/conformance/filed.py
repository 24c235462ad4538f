"""Filings as an agency gets them: of every kind, level, number of signers and language."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from filingdesk.core.document import Document
from filingdesk.core.paper import capacities
from filingdesk.core.ports import Draft
from filingdesk.core.signature import Capacity, Level, field_name
from filingdesk.desk import Desk
from filingdesk.desk.making import Paper
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.raising import Raising
from tests.desk.furnished import FILINGS, answers_of, kind_of, no_file
from tests.sign.servers import Servers

CONSENT = "2026-11-22"
LANGUAGES = ("zh_CN", "es", "en", "zh_TW")
STAMP_SIZE = (200, 56)
ONE_OF_A_KIND = list({kind_of(each): each for each in FILINGS}.values())


@dataclass(frozen=True)
class Filed:
    """A signed filing, and what it should be found to be.

    `said` is all that its pages say, `foot` what stands under each of them, and `shown` what the
    signed fields show. `signed` is in the order of signing; `trusted` are the certificates that the
    signers' lead to.
    """

    pdf: Path
    data: bytes
    said: tuple[str, ...]
    foot: str
    shown: tuple[str, ...] = ()
    signed: tuple[tuple[str, Level], ...] = ()
    trusted: tuple[Path, ...] = ()

    @property
    def payload(self) -> dict[str, Any]:
        """filing.json as data."""
        payload: dict[str, Any] = json.loads(self.data)
        return payload


@dataclass
class Maker:
    """A desk, people with keys, and time stamps; everything is written into `folder`."""

    desk: Desk
    servers: Servers
    folder: Path
    keys: dict[Capacity, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = self.folder / "root.pem"
        self.root.write_bytes(self.servers.pki.root.pem)

    def draft(self, example: Path, language: str = LANGUAGES[0]) -> Draft:
        """An example whose person reads a language."""
        draft = self.desk.begin_from(answers_of(self.desk, example), no_file, CONSENT)
        return self.desk.keep(replace(draft, language=language))

    def filed(self, name: str, draft: Draft, level: Level, signers: int = 1) -> Filed:
        """A draft's paper, signed by the person or the agent, and the second time by the centre."""
        paper = self.desk.paper(draft)
        pdf = self.desk.doors.renderer.render(paper.document, paper.attachments)
        return self.signed(name, pdf, paper, level, signers)

    def signed(
        self, name: str, pdf: bytes, paper: Paper, level: Level = Level.B_B, signers: int = 1
    ) -> Filed:
        """Pages, signed with a key of each signer's own; what a field shows is drawn into it."""
        shown = []
        who = (capacities(paper.filing)[0], Capacity.CENTRE_SEAL)[:signers]
        for capacity in who:
            at = datetime.now().astimezone().replace(microsecond=0)
            line = f"{capacity} 王小明 {at:%Y-%m-%d %H:%M}"
            stamp = self.desk.doors.renderer.stamp([line], *STAMP_SIZE)
            raising = Raising(level, (self.servers.tsa,))
            with open_pkcs12(self._key(capacity), b"pw", raising) as signer:
                done = signer.sign(pdf, capacity, at, stamp)
            assert (done.level, done.lacking) == (level, "")
            pdf = done.pdf
            shown.append(line)
        file = self.folder / f"{name}.pdf"
        file.write_bytes(pdf)
        return Filed(
            pdf=file,
            data=paper.data,
            said=said_on(paper),
            foot=foot_of(paper.document),
            shown=tuple(shown),
            signed=tuple((field_name(each), level) for each in who),
            trusted=(self.root,),
        )

    def _key(self, capacity: Capacity) -> bytes:
        if capacity not in self.keys:
            person = self.servers.pki.person(f"{capacity} 王小明")
            self.keys[capacity] = self.servers.pki.pkcs12(person, b"pw")
        return self.keys[capacity]


def said_on(paper: Paper) -> tuple[str, ...]:
    """All that the pages of a paper say."""
    code = paper.payload.code
    assert code
    return (*paper.payload.text, code.check)


def foot_of(document: Document) -> str:
    """What stands at the foot of each page, besides its number."""
    return "".join(filter(None, (document.reference, document.footer)))


def bent(filed: Filed, content: bytes, folder: Path) -> Filed:
    """The filing with other bytes than were made."""
    file = folder / "bent.pdf"
    file.write_bytes(content)
    return replace(filed, pdf=file)
