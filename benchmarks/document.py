"""A filing of ten pages as a signed PDF, against what a desk would otherwise use.

The peer is a .docx template that docxtpl fills, LibreOffice and pyHanko, with the same text, the
same photos and the same kind of key; it is installed into an environment of its own (uv,
LibreOffice and python3-uno must be there).
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from subprocess import run
from typing import Any

from measured_filing import (
    MEGABYTE,
    PASSPHRASE,
    ROOT,
    at_a_desk,
    take_photos,
    tell_processes,
    written_answers,
)
from watched import watch

from filingdesk.app import furnish
from filingdesk.core.document import Document, ExhibitPage, Table
from filingdesk.core.ports import Draft, Signatory
from filingdesk.core.signature import Capacity
from filingdesk.core.told import lines
from filingdesk.desk import Desk
from filingdesk.desk.signatures import signed_by
from filingdesk.sign.seal import make_seal

ROUNDS = 5
PEER = Path(__file__).with_name("document_peer.py")
ROWS = 30
"""Of the table: ten pages in all."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ten_pages(Path(folder))


def ten_pages(folder: Path) -> None:
    """Ours and the peer in turn: as whole processes, then warm."""
    photos = take_photos(folder, 3, 2 * MEGABYTE)
    answers = written_answers(folder, photos, ROWS)
    plain = at_a_desk(folder)
    python, seal = peer(folder)
    desk = furnish(folder / "desk", answers.today)
    desk.doors.unlock(PASSPHRASE)
    draft = desk.begin_from(answers, lambda name: (folder / name).read_bytes())
    document = desk.document(draft)
    said = folder / "said.json"
    said.write_text(json.dumps(as_peer_takes_it(document, photos), ensure_ascii=False), "utf-8")
    own = (sys.executable, "-m", "filingdesk", "file", str(folder / "answers.toml"))
    other = (str(python), str(PEER), "whole", str(folder / "letter.docx"), str(said), str(seal))
    ours, theirs = [], []
    for number in range(ROUNDS + 1):
        ours.append(watch((*own, "-o", str(folder / f"ours-{number}.pdf")), plain))
        theirs.append(watch((*other, str(folder / "theirs.pdf")), plain))
    print("10 pages with 3 photos of 2 MB")
    tell_processes("filingdesk file", ours[1:])
    tell_processes("docxtpl, LibreOffice, pyHanko", theirs[1:])
    shares = zip(theirs[1:], ours[1:], strict=True)
    ratio = statistics.median(peer.seconds / own.seconds for peer, own in shares)
    print(f"whole processes: {ratio:.1f} times faster (goal: 4)")
    warm(desk, draft, (str(python), str(PEER), "warm", *other[3:]), folder, plain)
    desk.doors.lock()


def warm(
    desk: Desk, draft: Draft, command: Sequence[str], folder: Path, plain: dict[str, str]
) -> None:
    """In a process that has done it before; the peer's LibreOffice stays open, too."""
    photos = [(folder / f"{number}.jpg").read_bytes for number in range(3)]
    reads, makes, verbs = [], [], []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        for found in desk.doors.intake.read_each(photos):
            assert not isinstance(found, Exception)
        read = time.perf_counter()
        paper = desk.paper(draft)
        pdf = desk.doors.renderer.render(paper.document, paper.attachments)
        last = Signatory(Capacity.CENTRE_SEAL, desk.doors.seal())
        signed_by(desk.doors, pdf, (last,))
        made = time.perf_counter()
        reads.append(read - begun)
        makes.append(made - read)
        verbs.append(made - begun)
    ended = watch((*command, str(folder / "warm.pdf"), str(ROUNDS + 1)), plain)
    theirs = statistics.median([float(line) for line in ended.said.split()][1:])
    make, whole = statistics.median(makes[1:]), statistics.median(verbs[1:])
    print(f"  warm: render, embed, sign           {make:7.3f} s")
    print(f"  warm: and reading the photos anew   {whole:7.3f} s")
    print(f"  warm: the peer, LibreOffice open    {theirs:7.3f} s")
    print(
        f"warm: {theirs / make:.1f} times faster (goal: 10), {theirs / whole:.1f} with the photos"
    )


def peer(folder: Path) -> tuple[Path, Path]:
    """The peer's Python, which sees LibreOffice's own modules, and a key such as the desk's."""
    uv, home = Path(sys.executable).with_name("uv"), ROOT / "build" / "benchmark-peer"
    python = home / "bin" / "python"
    if not python.exists():
        system = ("--system-site-packages", "--python", "/usr/bin/python3")
        run((str(uv), "venv", *system, str(home)), check=True)
        install = (str(uv), "pip", "install", "--system-certs", "--python", str(python))
        run((*install, "docxtpl", "pyhanko"), check=True)
    run((str(python), str(PEER), "template", str(folder / "letter.docx")), check=True)
    seal = folder / "seal.p12"
    seal.write_bytes(make_seal("Benchmark", datetime.now(UTC), PASSPHRASE.encode()))
    return python, seal


def as_peer_takes_it(document: Document, photos: Sequence[Path]) -> dict[str, Any]:
    """The same text: lines, one large table, lines; and the photos under their captions."""
    table = next(each for each in document.blocks if isinstance(each, Table))
    letter = [each for each in document.blocks if not isinstance(each, ExhibitPage)]
    exhibits = [each for each in document.blocks if isinstance(each, ExhibitPage)]
    place = letter.index(table)
    return {
        "title": document.title,
        "before": [line for each in letter[:place] for line in lines(each, latin=False)],
        "rows": [[cell.text for cell in row] for row in table.rows],
        "after": [line for each in letter[place + 1 :] for line in lines(each, latin=False)],
        "photos": [
            {"caption": each.caption, "path": str(path)}
            for each, path in zip(exhibits, photos, strict=True)
        ],
    }


if __name__ == "__main__":
    main()
