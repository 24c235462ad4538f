"""The look of a signed field: a page of its size, its words as large as they fit."""

import re
from io import BytesIO

import pikepdf

from filingdesk.core.document import SEAL_SIZE
from filingdesk.render.pages import PdfRenderer
from tests.render.conftest import Tool, bare

LINES = ("𠮷野䶮", "工作人员证明", "2026年4月22日 10:30:05 +08:00", "Tianjin Service Centre")


def test_a_stamp_is_one_page_of_the_size_of_the_field(renderer: PdfRenderer, judge: Tool) -> None:
    stamp = renderer.stamp(LINES, *SEAL_SIZE)
    with pikepdf.open(BytesIO(stamp)) as pdf:
        (page,) = pdf.pages
        assert [float(edge) for edge in page.mediabox] == [0, 0, *SEAL_SIZE]
        steps = [str(step.operator) for step in pikepdf.parse_content_stream(page)]
        first = pikepdf.parse_content_stream(page)[steps.index("BDC")]
    assert str(first.operands[0]) == "/Artifact"
    text = bare(judge(stamp, "pdftotext", "-raw", "FILE", "-").decode())
    assert text == bare("".join(LINES))


def test_its_faces_are_embedded(renderer: PdfRenderer, judge: Tool) -> None:
    rows = judge(renderer.stamp(LINES, *SEAL_SIZE), "pdffonts", "FILE").decode().splitlines()[2:]
    assert len(rows) == 2
    assert all("yes yes yes" in row for row in rows)


def test_many_words_are_set_smaller_and_stay_inside(renderer: PdfRenderer, judge: Tool) -> None:
    many = (*LINES, "本印章仅证明文件自加盖之时起未被改动，不是申请人本人的电子签名。")
    boxes = judge(renderer.stamp(many, *SEAL_SIZE), "pdftotext", "-bbox", "FILE", "-").decode()
    edges = re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"', boxes)
    assert edges
    for left, top, right, bottom in (map(float, edge) for edge in edges):
        assert 0 < left < right < SEAL_SIZE[0]
        assert -1 < top < bottom < SEAL_SIZE[1] + 1


def test_the_same_words_give_the_same_bytes(renderer: PdfRenderer) -> None:
    assert renderer.stamp(LINES, 200, 60) == renderer.stamp(LINES, 200, 60)
