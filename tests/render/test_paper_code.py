"""The square code of page one is read from a scan, and said in words beside it."""

from dataclasses import replace
from pathlib import Path

import pytest

from filingdesk.core.document import Document, PaperCode
from filingdesk.render.pages import PdfRenderer
from tests.render.conftest import Tool, bare
from tests.render.tree import opened

CONTENT = "7WYQC%6ZN8UR-0$E:/B*+.AKPF 3D9J2GH45MT1VLSIOX" * 3
HEAD = PaperCode(
    CONTENT[:120],
    "二维码：案件编号和文件指纹",
    (
        ("案件编号", "TJ-2026-04-0017"),
        ("核对码", "7KQ2-MX9D"),
        ("规则版本", "cn-tianjin 2026.11.2"),
    ),
)


@pytest.fixture(scope="module")
def coded(renderer: PdfRenderer, objection: Document) -> bytes:
    return renderer.render(replace(objection, blocks=(HEAD, *objection.blocks)))


@pytest.mark.parametrize("dots", [100, 150, 300])
def test_a_scan_is_read(coded: bytes, judge: Tool, tmp_path: Path, dots: int) -> None:
    judge(coded, "pdftoppm", "-r", str(dots), "-gray", "-l", "1", "-png", "FILE", "page")
    (page,) = tmp_path.glob("page*.png")
    said = judge(b"", "zbarimg", "-q", "--raw", "--nodbus", str(page)).decode()
    assert said == HEAD.content + "\n"


def test_the_code_is_a_figure_of_at_least_40_mm_with_its_quiet_zone(coded: bytes) -> None:
    with opened(coded) as tree:
        figure = tree.tagged("Figure")[0]
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert figure.Alt == HEAD.alt
        assert tree.shape().startswith("Figure Table(TR(TH TD) TR(TH TD) TR(TH TD)) H1")
        assert "/XObject" not in tree.pdf.pages[0].resources  # lines, not a picture
    assert min(right - left, top - bottom) >= 40 * 72 / 25.4


def test_its_rows_are_read_before_the_letter(coded: bytes, judge: Tool) -> None:
    text = bare(judge(coded, "pdftotext", "-raw", "FILE", "-").decode())
    assert text.startswith(
        "案件编号TJ-2026-04-0017核对码7KQ2-MX9D规则版本cn-tianjin2026.11.2公共信用信息异议申请书"
    )


def test_a_longer_content_makes_a_larger_code_and_never_a_finer_one(renderer: PdfRenderer) -> None:
    told = Document("t", "zh-CN", "", "", (PaperCode(CONTENT * 3, "二维码", ()),))
    with opened(renderer.render(told)) as tree:
        left, _, right, _ = (float(edge) for edge in tree.tagged("Figure")[0].A.BBox)
    assert (right - left) * 25.4 / 72 / (65 + 8) >= 0.677  # four dots of a scan at 150 dpi


def test_what_the_mode_cannot_write_is_refused(renderer: PdfRenderer) -> None:
    with pytest.raises(ValueError, match="alphanumeric"):
        renderer.render(Document("t", "zh-CN", "", "", (PaperCode("é", "二维码", ()),)))
