"""A filing of 85 pages with 100 MB of photos inside, against what no program can leave out.

The limit reads and hashes the photos, decodes each at page scale on all cores, hashes, signs and
writes as many bytes as the signed PDF has, synchronised. It keeps nothing: what a desk does besides
(it opens, and enciphers what a person brought and what was signed) is told beside it.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from inspect import isfunction
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

import pikepdf
from measured_filing import (
    MEGABYTE,
    PAPER,
    PASSPHRASE,
    at_a_desk,
    take_photos,
    tell_processes,
    write,
    written_answers,
)
from watched import Watched, watch

from filingdesk.app import furnish
from filingdesk.core.answers import MaterialAnswer
from filingdesk.core.filing import Act
from filingdesk.core.ports import Draft, SafeFile, Signatory
from filingdesk.core.signature import Capacity
from filingdesk.desk import Desk
from filingdesk.desk.making import Given, make_paper
from filingdesk.desk.signatures import signed_by
from filingdesk.intake.limits import PAGE_SIDE
from filingdesk.store.cases import EncryptedStore

ROWS = 530
"""Of the table: with twenty exhibits, 85 pages in all."""

PHOTOS = 20
STORED = "of it in the encrypted store"
LARGE = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import large_document
from filingdesk.app import give_large_memory_back
give_large_memory_back()
print(json.dumps(getattr(large_document, sys.argv[2])(Path(sys.argv[3]), Path(sys.argv[4]))))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        against_the_limit(Path(folder))


def against_the_limit(folder: Path) -> None:
    """The document alone, and as a person makes it; each in a process of its own."""
    photos = take_photos(folder, PHOTOS, 5 * MEGABYTE)
    written_answers(folder, photos, ROWS)
    plain = at_a_desk(folder)
    out = folder / "out.pdf"

    def best_of(what: Callable[[Path, Path], dict[str, float]]) -> Watched:
        command = (sys.executable, "-c", LARGE, str(Path(__file__).parent), what.__name__)
        found = [watch((*command, str(folder), str(out)), plain) for _ in range(3)]
        return min(found, key=lambda each: sum(json.loads(each.said).values()))

    alone, at_desk = best_of(document_alone), best_of(through_the_desk)
    size = out.stat().st_size / MEGABYTE
    with pikepdf.open(out) as pdf:
        pages = len(pdf.pages)
    least = min(limit(folder, photos, out.read_bytes()) for _ in range(3))
    print(f"\n{pages} pages with 20 photos of 5 MB and their originals: {size:.0f} MB")
    print(f"  {'the limit':36}{least:7.3f} s")
    whole = tell_steps("the document, in a process that is ready", alone)
    print(f"{whole / least:.1f} times the limit (goal: 2.5)")
    whole = tell_steps("through the desk and its encrypted store", at_desk)
    print(f"{whole / least:.1f} times the limit")
    tell_processes("the whole process", [at_desk])
    of_all = f"with all that read photos {at_desk.peak_of_all:.0f} MB"
    print(f"peak memory {at_desk.peak:.0f} MB, {of_all} (goal: 400)")


def tell_steps(name: str, watched: Watched) -> float:
    """Each step's seconds; gives their sum. What the store took is in them."""
    steps: dict[str, float] = json.loads(watched.said)
    stored = steps.pop(STORED)
    print(f"  {name}")
    for step, seconds in steps.items():
        print(f"    {step:34}{seconds:7.3f} s")
    if stored:
        print(f"    {STORED:34}{stored:7.3f} s")
    return sum(steps.values())


def document_alone(folder: Path, out: Path) -> dict[str, float]:
    """From photos on a disk to a signed PDF on it; only a key is read from the store."""
    desk, draft = at_opened_desk(folder)
    paths = photos_of(folder)
    files = [(each.name, each.read_bytes) for each in paths]
    draft, _ = desk.attach_each(draft, PAPER, files)
    draft = desk.say_of(draft, with_originals(desk.said_of(draft, PAPER), paths))
    desk.doors.make_ready()
    steps = Steps()
    given = Given(
        desk.pack(draft.answers),
        desk.interview(draft),
        desk.leaving(draft),
        Act(draft.id, desk.doors.time.today(), draft.consent),
    )
    found = desk.doors.intake.read_each([each.read_bytes for each in paths])
    ids = [each.id for each in desk.said_of(draft, PAPER).files]
    pages = {id: safe for id, safe in zip(ids, found, strict=True) if isinstance(safe, SafeFile)}
    steps.told("photos read into pages")
    originals = {
        safe.sha256: path.read_bytes() for safe, path in zip(pages.values(), paths, strict=True)
    }
    given = replace(given, files=pages, originals=originals)
    paper = make_paper(desk.doors, given, desk.doors.code)
    steps.told("composed")
    pdf = desk.doors.renderer.render(paper.document, paper.attachments)
    steps.told("rendered, originals put in")
    signed = signed_by(desk.doors, pdf, (Signatory(Capacity.CENTRE_SEAL, desk.doors.seal()),))
    steps.told("signed")
    write(out, signed.pdf)
    steps.told("written")
    desk.doors.lock()
    return steps.of_all | {STORED: 0.0}


def through_the_desk(folder: Path, out: Path) -> dict[str, float]:
    """The same as a person does it, from a process that has only begun to a case that is kept."""
    in_the_store, steps = timed(EncryptedStore), Steps()
    desk, draft = at_opened_desk(folder)
    steps.told("opening the desk")
    files = [(each.name, each.read_bytes) for each in photos_of(folder)]
    draft, problems = desk.attach_each(draft, PAPER, files, keep_originals=True)
    assert not problems
    steps.told("photos read, originals kept")
    case = desk.sign(draft)
    steps.told("rendered, signed, kept")
    write(out, desk.signed_pdf(case.id))
    steps.told("handed out")
    desk.doors.lock()
    return steps.of_all | {STORED: sum(in_the_store)}


class Steps:
    """Seconds of each step since the one before."""

    def __init__(self) -> None:
        self.of_all: dict[str, float] = {}
        self._begun = time.perf_counter()

    def told(self, step: str) -> None:
        now = time.perf_counter()
        self.of_all[step], self._begun = now - self._begun, now


def at_opened_desk(folder: Path) -> tuple[Desk, Draft]:
    text = (folder / "answers.toml").read_text("utf-8")
    answers = furnish(folder / "desk").doors.read_answers(text, "answers.toml")
    desk = furnish(folder / "desk", answers.today)
    desk.doors.unlock(PASSPHRASE)
    return desk, desk.keep(desk.draft_of(answers))


def photos_of(folder: Path) -> list[Path]:
    return [folder / f"{number}.jpg" for number in range(PHOTOS)]


def with_originals(said: MaterialAnswer, paths: Sequence[Path]) -> MaterialAnswer:
    """What is said of a paper whose originals are wanted inside."""
    files = zip(said.files, paths, strict=True)
    kept = tuple(replace(each, original_size=path.stat().st_size) for each, path in files)
    return replace(said, files=kept)


def timed(kind: type) -> list[float]:
    """What its public methods will take, added to with every call."""
    took: list[float] = []

    def timing(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            begun = time.perf_counter()
            try:
                return method(*arguments, **named)
            finally:
                took.append(time.perf_counter() - begun)

        return call

    for name, method in vars(kind).items():
        if isfunction(method) and not name.startswith("_"):
            setattr(kind, name, timing(method))
    return took


def limit(folder: Path, photos: Sequence[Path], pdf: bytes) -> float:
    """Seconds for what cannot be left out."""
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
    from cryptography.hazmat.primitives.hashes import SHA256
    from PIL import Image

    key = generate_private_key(SECP256R1())

    def decoded(photo: Path) -> None:
        content = photo.read_bytes()
        sha256(content).digest()
        with Image.open(BytesIO(content)) as image:
            part = PAGE_SIDE / max(image.size)
            image.draft("RGB", (ceil(image.width * part), ceil(image.height * part)))
            image.load()

    begun = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(decoded, photos))
    key.sign(sha256(pdf).digest(), ECDSA(SHA256()))
    write(folder / "limit.pdf", pdf)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
