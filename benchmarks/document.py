"""One filing as a signed PDF, against what a desk would otherwise use and against the limit.

The peer is a .docx template that docxtpl fills, LibreOffice and pyHanko, with the same text, the
same photos and the same kind of key; it is installed into an environment of its own (uv,
LibreOffice and python3-uno must be there). The limit is what no program can leave out: reading
and hashing the photos, decoding each at page scale on all cores, hashing, signing and writing as
many bytes as the signed PDF has, synchronised.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from inspect import isfunction
from io import BytesIO
from pathlib import Path
from random import Random
from subprocess import run
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pikepdf
from watched import Watched, watch

from filingdesk.app import furnish
from filingdesk.core.answers import Difference, MaterialAnswer, MaterialState
from filingdesk.core.document import Document, ExhibitPage, Table
from filingdesk.core.ports import AnswersFile, Draft, Signatory
from filingdesk.core.signature import Capacity
from filingdesk.core.told import lines
from filingdesk.desk import Desk
from filingdesk.desk.signatures import signed_by
from filingdesk.sign.seal import make_seal
from filingdesk.store.cases import EncryptedStore

if TYPE_CHECKING:
    from PIL.Image import Image

ROUNDS = 5
PASSPHRASE = "a passphrase for measuring"  # noqa: S105 - it opens nothing
ROOT = Path(__file__).resolve().parent.parent
PEER = Path(__file__).with_name("document_peer.py")
PAPER = "record-page"
MEGABYTE = 1_000_000
ROWS_OF_10_PAGES, ROWS_OF_85_PAGES = 30, 530
STORED = "of it in the encrypted store"
READ_PACKS = """
from filingdesk.app import furnish
shelf = furnish().doors.shelf
print([shelf.pack(each).id for each in shelf.jurisdictions()])
"""
LARGE = """
import json, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from document import file_with_originals
from filingdesk.app import give_large_memory_back
give_large_memory_back()
print(json.dumps(file_with_originals(Path(sys.argv[2]), Path(sys.argv[3]))))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ten_pages(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        against_the_limit(Path(folder))


def ten_pages(folder: Path) -> None:
    """Ours and the peer in turn: as whole processes, then warm."""
    photos = take_photos(folder, 3, 2 * MEGABYTE)
    answers = written_answers(folder, photos, ROWS_OF_10_PAGES)
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


def against_the_limit(folder: Path) -> None:
    """85 pages, 20 photos of 5 MB, their originals inside; each in a process of its own."""
    photos = take_photos(folder, 20, 5 * MEGABYTE)
    written_answers(folder, photos, ROWS_OF_85_PAGES)
    plain = at_a_desk(folder)
    out = folder / "out.pdf"
    command = (sys.executable, "-c", LARGE, str(PEER.parent), str(folder), str(out))
    found = [watch(command, plain) for _ in range(2)]
    best = min(found, key=lambda each: each.seconds)
    steps = json.loads(best.said)
    stored = steps.pop(STORED)
    whole, size = sum(steps.values()), out.stat().st_size / MEGABYTE
    with pikepdf.open(out) as pdf:
        pages = len(pdf.pages)
    least = min(limit(folder, photos, out.read_bytes()) for _ in range(3))
    print(f"\n{pages} pages with 20 photos of 5 MB and their originals: {size:.0f} MB")
    for step, seconds in {**steps, STORED: stored}.items():
        print(f"  {step:36}{seconds:7.3f} s")
    tell_processes("the whole process", found)
    print(f"  {'the limit':36}{least:7.3f} s")
    print(
        f"{whole / least:.1f} times the limit, {(whole - stored) / least:.1f} without the store ",
        end="",
    )
    print("(goal: 2.5)")
    of_all = f"with all that read photos {best.peak_of_all:.0f} MB"
    print(f"peak memory {best.peak:.0f} MB, {of_all} (goal: 400)")


def file_with_originals(folder: Path, out: Path) -> dict[str, float]:
    """Seconds of each step on the way from photos on a disk to a signed PDF on it."""
    in_the_store = timed(EncryptedStore)
    steps, begun = {}, time.perf_counter()

    def told(step: str) -> None:
        nonlocal begun
        now = time.perf_counter()
        steps[step], begun = now - begun, now

    text = (folder / "answers.toml").read_text("utf-8")
    answers = furnish(folder / "desk").doors.read_answers(text, "answers.toml")
    desk = furnish(folder / "desk", answers.today)
    desk.doors.unlock(PASSPHRASE)
    draft = desk.keep(desk.draft_of(answers))
    told("opening the desk")
    paths = [folder / name for name in answers.files[PAPER]]
    files = [(each.name, each.read_bytes) for each in paths]
    draft, problems = desk.attach_each(draft, PAPER, files)
    assert not problems
    told("photos read into pages")
    for path, kept in zip(paths, desk.said_of(draft, PAPER).files, strict=True):
        draft = desk.keep_original(draft, PAPER, kept.id, path.read_bytes())
    told("originals kept")
    case = desk.sign(draft)
    told("rendered, signed, kept")
    write(out, desk.signed_pdf(case.id))
    told("handed out")
    desk.doors.lock()
    return {**steps, STORED: sum(in_the_store)}


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
            image.draft("RGB", (1754, 1754))
            image.load()

    begun = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(decoded, photos))
    key.sign(sha256(pdf).digest(), ECDSA(SHA256()))
    write(folder / "limit.pdf", pdf)
    return time.perf_counter() - begun


def take_photos(folder: Path, count: int, size: int) -> list[Path]:
    """Photos of 12 megapixels as a telephone makes them: grain that a page at 150 dpi smooths."""
    from PIL import Image

    wide, high = 4032, 3024
    grain = Image.frombytes("L", (wide, high), Random(0).randbytes(wide * high))
    sheet = Image.linear_gradient("L").resize((wide, high))
    picture = Image.merge("RGB", [Image.blend(sheet, grain, 0.2)] * 3)
    low, high = 1, 99
    while high - low > 1:
        quality = (low + high) // 2
        low, high = (quality, high) if len(_jpeg(picture, quality)) < size else (low, quality)
    content = _jpeg(picture, low)
    paths = [folder / f"{number}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(content + number.to_bytes(size - len(content)))
    return paths


def _jpeg(picture: "Image", quality: int) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return file.getvalue()


def written_answers(folder: Path, photos: Sequence[Path], rows: int) -> AnswersFile:
    """A shipped example with so many differences, and the photos as one of its papers."""
    from filingdesk.packs.examples import write_answers

    doors = furnish(folder / "nowhere").doors
    filed = doors.read_answers(doors.example("cn-tianjin", "tianjin-wrong"), "example")
    differences = tuple(
        Difference(
            f"第{number}项 罚款金额",
            f"罚款{number * 100}元，缴纳期限为收到决定之日起十五日内",
            f"罚款{number * 10}元，已于当日缴清，有银行回单为证",
        )
        for number in range(1, rows + 1)
    )
    said = filed.answers.materials("materials")
    attached = MaterialAnswer(PAPER, MaterialState.ATTACHED)
    papers = (*(each for each in said if each.material != PAPER), attached)
    answers = filed.answers.say("name", "王示例").say("differences", differences)
    filed = replace(
        filed,
        language="zh_CN",
        answers=answers.say("materials", papers),
        files=MappingProxyType({PAPER: tuple(each.name for each in photos)}),
        expect=MappingProxyType({}),
    )
    (folder / "answers.toml").write_text(write_answers(filed), "utf-8")
    return filed


def at_a_desk(folder: Path) -> dict[str, str]:
    """A desk that was set up and has read its packs; the environment of a program that uses it."""
    doors = furnish(folder / "desk").doors
    doors.create(PASSPHRASE, "Benchmark")
    doors.lock()
    desk = {"FILINGDESK_HOME": str(folder / "desk"), "FILINGDESK_PASSPHRASE": PASSPHRASE}
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT / "translations")))
    plain = {name: each for name, each in os.environ.items() if name not in _NOT_AT_A_DESK}
    environment = {**plain, "PYTHONPATH": path, "PEER_PASSPHRASE": PASSPHRASE, **desk}
    watch((sys.executable, "-c", READ_PACKS), environment)
    return environment


_NOT_AT_A_DESK = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "QT_QPA_PLATFORM")


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


def write(file: Path, content: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def tell_processes(name: str, watched: Sequence[Watched]) -> None:
    seconds = statistics.median(each.seconds for each in watched)
    cpu = statistics.median(each.cpu for each in watched)
    print(f"  {name:36}{seconds:7.3f} s ({cpu:.3f} s of the cores)")


if __name__ == "__main__":
    main()
