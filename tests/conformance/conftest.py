"""Every example that is an objection, signed once, and the tools that judge it."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from filingdesk.app import furnish
from filingdesk.core.document import Document
from filingdesk.desk import Desk
from tests.desk.furnished import CENTRE, PASSPHRASE, TODAY, answers_of, name_of, no_file


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


Judge = Callable[..., str]


@pytest.fixture
def judge() -> Judge:
    """Runs a tool that is not ours to its end, and gives what it prints."""

    def run(*command: str | Path) -> str:
        told = subprocess.run(command, check=True, capture_output=True)
        return told.stdout.decode()

    return run
