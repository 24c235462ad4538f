"""Files that are broken or mean harm: each ends in its sentence, soon, and the desk goes on."""

import resource
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from filingdesk.core.problem import UserProblem
from filingdesk.intake.limits import MEMORY, MOST_BYTES, MOST_PAGES
from filingdesk.intake.read import SafeIntake
from tests.intake.making import (
    deflate_bomb,
    encoded,
    endless_drawing,
    letter,
    locked,
    quarters,
    raw_pdf,
)

JPEG = encoded(Image.effect_noise((900, 900), 50), "JPEG")


def refusal(content: bytes, seconds: float = 20) -> tuple[str, dict[str, str]]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    with pytest.raises(UserProblem) as told:
        SafeIntake(seconds).read(content)
    (problem,) = told.value.problems
    assert problem.where == "file"
    assert problem.blocks
    assert time.monotonic() - started < seconds + 5
    # Kilobytes: what the file blew up, it blew up elsewhere.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
    return problem.code, dict(problem.facts)


def many_pages() -> bytes:
    """A PDF of 200,000 pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 200_003))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    tree = b"<</Type/Pages/Count 200000/Kids[%s]>>" % kids
    return raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * 200_000)


def boundless_picture() -> bytes:
    """A PNG that says it has 3,600 million pixels."""
    content = bytearray(encoded(Image.new("L", (10, 10)), "PNG"))
    content[16:24] = (60_000).to_bytes(4) * 2
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "code", "facts"),
    [
        (b"", "file-empty", {}),
        (b"\xff\xd8\xff".ljust(MOST_BYTES + 1, b"\0"), "file-too-large", {"most": "20"}),
        (b"Dear Sir or Madam", "file-kind-not-supported", {}),
        (b"\0", "file-kind-not-supported", {}),
        (b"PK\x03\x04 a letter of Word", "file-kind-not-supported", {}),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "file-kind-not-supported", {}),
        (b"RIFF\0\0\0\0WAVE", "file-kind-not-supported", {}),
        (encoded(quarters(), "GIF"), "file-kind-not-supported", {}),
        (JPEG[: len(JPEG) // 2], "file-not-readable", {}),
        (JPEG[:20], "file-not-readable", {}),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "file-not-readable", {}),
        (b"BM", "file-not-readable", {}),
        (b"II*\0\xff\xff\xff\xff", "file-not-readable", {}),
        (b"%PDF-1.7 but nothing else", "file-not-readable", {}),
        (letter()[:400], "file-not-readable", {}),
        (raw_pdf(b"<</Type/Catalog>>"), "file-not-readable", {}),
        (letter(MOST_PAGES + 1), "file-too-many-pages", {"most": "30"}),
        (locked(user="secret", owner="owner"), "file-locked", {}),
        (boundless_picture(), "file-too-many-pixels", {"most": "40"}),
        (encoded(Image.new("1", (8001, 5000)), "PNG"), "file-too-many-pixels", {"most": "40"}),
    ],
)
def test_what_cannot_be_read_ends_in_its_sentence(
    content: bytes, code: str, facts: dict[str, str]
) -> None:
    assert refusal(content) == (code, facts)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (many_pages, "file-too-many-pages"),
        (deflate_bomb, "file-not-readable"),
    ],
)
def test_a_file_that_wants_all_memory_ends_the_reading_only(
    made: Callable[[], bytes], code: str
) -> None:
    assert refusal(made())[0] == code
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY


def test_a_file_that_never_ends_is_given_up() -> None:
    assert refusal(endless_drawing(), seconds=1) == ("file-not-readable", {})


def test_a_scan_with_too_many_pages_is_told() -> None:
    sheet = Image.new("1", (9, 9))
    content = encoded(sheet, "TIFF", save_all=True, append_images=[sheet] * MOST_PAGES)
    assert refusal(content)[0] == "file-too-many-pages"


def test_no_process_and_no_file_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    refusal(JPEG[:5000])
    SafeIntake().read(JPEG)
    assert list(tmp_path.iterdir()) == []
    children = Path("/proc/self/task").glob("*/children")
    assert "".join(each.read_text() for each in children).split() == []


def test_what_lies_in_the_folder_the_desk_was_started_in_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "PIL.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert len(SafeIntake().read(JPEG).pages) == 1
