"""The filing that is measured: its photos, its answers, and a desk that makes it."""

import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING

from watched import Watched, watch

from filingdesk.app import furnish
from filingdesk.core.answers import Difference, MaterialAnswer, MaterialState
from filingdesk.core.ports import AnswersFile

if TYPE_CHECKING:
    from PIL.Image import Image

PASSPHRASE = "a passphrase for measuring"  # noqa: S105 - it opens nothing
ROOT = Path(__file__).resolve().parent.parent
PAPER = "record-page"
MEGABYTE = 1_000_000
READ_PACKS = """
from filingdesk.app import furnish
shelf = furnish().doors.shelf
print([shelf.pack(each).id for each in shelf.jurisdictions()])
"""


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


def write(file: Path, content: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def tell_processes(name: str, watched: Sequence[Watched]) -> None:
    seconds = statistics.median(each.seconds for each in watched)
    cpu = statistics.median(each.cpu for each in watched)
    print(f"  {name:36}{seconds:7.3f} s ({cpu:.3f} s of the cores)")
