"""Filings, each signed once, and the judges of them."""

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import dev
from filingdesk.app import furnish
from filingdesk.core.document import Document
from filingdesk.core.signature import Level
from filingdesk.desk import Desk
from tests.conformance import java
from tests.conformance.filed import (
    LANGUAGES,
    ONE_OF_A_KIND,
    Filed,
    Maker,
)
from tests.desk.furnished import CENTRE, PASSPHRASE, TODAY, answers_of, example, name_of, no_file
from tests.sign.servers import serving


@dataclass(frozen=True)
class Signed:
    """A filing as an agency gets it, and the document that it was made from."""

    example: Path
    pdf: Path
    document: Document


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = furnish(tmp_path_factory.mktemp("conformance"), TODAY)
    desk.doors.create(PASSPHRASE, CENTRE)
    return desk


@pytest.fixture(scope="session")
def certificate(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an agency is given to trust."""
    file = tmp_path_factory.mktemp("seal") / "seal.pem"
    file.write_bytes(desk.doors.certificate())
    return file


@pytest.fixture(scope="session")
def signed(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Signed]:
    """Signs an example, each only once."""
    folder = tmp_path_factory.mktemp("signed")
    done: dict[Path, Signed] = {}

    def sign(example: Path) -> Signed:
        if example not in done:
            draft = desk.begin_from(answers_of(desk, example), no_file, "2026-11-22")
            document = desk.document(draft)
            case = desk.sign(draft)
            pdf = folder / f"{name_of(example).replace('/', '-')}.pdf"
            pdf.write_bytes(desk.signed_pdf(case.id))
            done[example] = Signed(example, pdf, document)
        return done[example]

    return sign


OfAKind = Callable[[Path], Filed]


@pytest.fixture(scope="session")
def maker(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maker]:
    folder = tmp_path_factory.mktemp("filed")
    with serving(folder) as servers:
        yield Maker(desk, servers, folder)


@pytest.fixture(scope="session")
def of_a_kind(maker: Maker) -> OfAKind:
    """Files an example; levels, numbers of signers and languages take turns."""
    done: dict[Path, Filed] = {}
    ways = [(level, signers) for signers in (1, 2) for level in Level]

    def file(path: Path) -> Filed:
        if path not in done:
            place = ONE_OF_A_KIND.index(path)
            level, signers = ways[place % len(ways)]
            draft = maker.draft(path, LANGUAGES[place % len(LANGUAGES)])
            done[path] = maker.filed(path.stem, draft, level, signers)
        return done[path]

    return file


@pytest.fixture(scope="session")
def stamped(maker: Maker) -> Filed:
    """One that every judge finds good, to plant faults into: a signature with a time stamp."""
    return maker.filed("stamped", maker.draft(example("cn-tianjin/tianjin-expired")), Level.B_T)


@pytest.fixture(scope="session")
def bench() -> Iterator[java.Bench]:
    """veraPDF and DSS; without them their tests are left out, unless they are demanded."""
    if not dev.judges_are_built():
        if os.environ.get("FILINGDESK_CONFORMANCE") == "require":
            pytest.fail(java.LACKING, pytrace=False)
        pytest.skip(java.LACKING)
    with java.bench() as running:
        yield running


Judge = Callable[..., str]


@pytest.fixture
def judge() -> Judge:
    """Runs a tool that is not ours to its end, and gives what it prints."""

    def run(*command: str | Path) -> str:
        told = subprocess.run(command, check=True, capture_output=True)
        return told.stdout.decode()

    return run
