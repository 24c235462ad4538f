"""A person photographs a decision: what stands on it is read without a network, and suggested."""

from io import BytesIO
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from filingdesk import resources
from filingdesk.intake.read import SafeIntake

LINES = (
    "天津市西青区市场监督管理局",
    "行政处罚决定书",
    "津西市监罚〔2024〕第12号",
    "当事人：天津某某商贸有限公司",
    "统一社会信用代码：91110000600037341L",
    "决定对当事人处以罚款人民币5000元。",
    "天津市西青区市场监督管理局",
    "二〇二四年三月二日",
)
EXPECTED = {
    "number": "津西市监罚〔2024〕第12号",
    "organ": "天津市西青区市场监督管理局",
    "day": "2024-03-02",
    "amount": "5000.00",
    "credit_code": "91110000600037341L",
}


def decision() -> Image.Image:
    """A sheet of A4 at 150 dpi."""
    sheet = Image.new("RGB", (1240, 1754), "white")
    font = ImageFont.truetype(str(resources.fonts() / "NotoSerifSC-Regular.ttf"), 36)
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate(LINES):
        draw.text((150, 150 + number * 90), line, fill=(40, 40, 40), font=font)
    return sheet


def straight(sheet: Image.Image) -> Image.Image:
    return sheet


def held_askew(sheet: Image.Image) -> Image.Image:
    return sheet.rotate(3, Image.Resampling.BICUBIC, expand=True, fillcolor=(120, 110, 100))


def from_below(sheet: Image.Image) -> Image.Image:
    """A trapezium: the upper edge is farther away."""
    corners = (-60, -40, -10, 1790, 1250, 1790, 1300, -40)
    return sheet.transform(
        sheet.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(90, 90, 90)
    )


def in_bad_light(sheet: Image.Image) -> Image.Image:
    noise = Image.effect_noise(sheet.size, 40).convert("RGB")
    shade = Image.linear_gradient("L").resize(sheet.size).convert("RGB")
    dim = Image.blend(Image.blend(sheet, shade, 0.2), noise, 0.15)
    return dim.filter(ImageFilter.GaussianBlur(0.8))


@pytest.mark.parametrize("taken", [straight, held_askew, from_below, in_bad_light])
def test_a_photographed_decision_is_read(taken: object) -> None:
    assert callable(taken)
    file = BytesIO()
    taken(decision()).save(file, "JPEG", quality=80)
    intake = SafeIntake()
    assert intake.can_read_words()
    first: dict[str, str] = {}
    for each in intake.decision(intake.read(file.getvalue()).pages):
        first.setdefault(each.what, each.value)
        assert 0.5 < each.confidence <= 1
    assert first == EXPECTED


def test_where_nothing_is_written_nothing_is_found() -> None:
    file = BytesIO()
    noise = Random(1).randbytes(300 * 300)
    Image.frombytes("L", (300, 300), noise).save(file, "PNG")
    intake = SafeIntake()
    assert tuple(intake.decision(intake.read(file.getvalue()).pages)) == ()
