"""Every character is drawn in a face that has it, and what no face has is named."""

import hashlib
import re

import pytest
from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from filingdesk.core.document import Document, Title
from filingdesk.render.faces import chinese, latin
from filingdesk.render.pages import PdfRenderer
from filingdesk.resources import fonts

GB_18030_LEVEL_3 = (
    range(0x3400, 0x4DB6),
    range(0x4E00, 0x9FF0),
    range(0x20000, 0x2A6D7),
    range(0x2A700, 0x2B735),
    range(0x2B740, 0x2B81E),
    range(0x2B820, 0x2CEA2),
    range(0x2CEB0, 0x2EBE1),
    (
        0xFA0E,
        0xFA0F,
        0xFA11,
        0xFA13,
        0xFA14,
        0xFA1F,
        0xFA21,
        0xFA23,
        0xFA24,
        *range(0xFA27, 0xFA2A),
    ),
)
"""The ideographs that GB 18030-2022 asks of systems for public services."""


def test_rare_names_can_be_printed(renderer: PdfRenderer) -> None:
    assert (
        renderer.missing_characters("䶮 𠮷野 𫖮 𬭊 㛃 阿依古丽·买买提 O’Brien Łukasz Dvořák Ольга")
        == ()
    )


def test_every_ideograph_of_gb_18030_level_3_has_a_face() -> None:
    faces = chinese(fonts())
    missing = [
        chr(code) for block in GB_18030_LEVEL_3 for code in block if not faces.has(chr(code))
    ]
    assert missing == []


def test_the_fonts_are_those_whose_origin_and_licence_are_told() -> None:
    told = dict(re.findall(r"^\| `(.+?)` .*`([0-9a-f]{64})` \|$", _readme(), re.MULTILINE))
    assert told == {
        font.name: hashlib.sha256(font.read_bytes()).hexdigest() for font in fonts().glob("*.ttf")
    }
    for licence in re.findall(r"\((.+?-OFL\.txt)\)", _readme()):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts() / licence).read_text("utf-8")


def test_pages_are_the_same_where_reportlab_measures_dictionaries_alone(
    renderer: PdfRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it does where its extra `rl_accel` is installed, by hand or by a distribution."""
    document = Document("", "zh-CN", "", "", (Title("李𠮷野 O’Brien 12"),))
    before = renderer.render(document)

    def measured(font: TTFont, text: str, size: float, encoding: str = "utf8") -> float:
        if not isinstance(font.face.charWidths, dict):
            raise TypeError("TTFontFace instance charWidths is not a dict")
        return float(ttfonts_measure(font, text, size, encoding))

    ttfonts_measure = ttfonts.instanceStringWidthTTF
    monkeypatch.setattr(ttfonts, "instanceStringWidthTTF", measured)
    assert renderer.render(document) == before


def test_both_weights_and_both_orders_can_print_the_same() -> None:
    text = "公共信用信息异议申请书 䶮𠮷 áéíóúñ¿¡«»“”‘’—…〔2023〕①☐☑√€¥"
    for chain in (chinese, latin):
        for bold in (False, True):
            faces = chain(fonts(), bold)
            assert [char for char in text if not faces.has(char)] == []


def test_a_name_keeps_its_compatibility_ideograph() -> None:
    (glyph,) = chinese(fonts()).glyphs("\ufa10")
    assert glyph.text == "\ufa10"  # normalised, 塚 would become 塚 U+585A: another name


def test_an_apostrophe_between_letters_is_narrow_and_a_chinese_quotation_mark_is_not() -> None:
    faces = chinese(fonts())
    assert faces.glyphs("O’Brien")[1].width < 0.4
    assert faces.glyphs("‘甲’")[2].width == 1.0


def test_a_word_is_set_in_one_face() -> None:
    text = "Łukasz Li在Дубна，O’Brien"
    glyphs = chinese(fonts()).glyphs(text)
    words = [text.index("Łukasz"), text.index("O’Brien")]
    assert {glyph.face for glyph in glyphs[words[0] : words[0] + 6]} == {latin(fonts()).name}
    assert {glyph.face for glyph in glyphs[words[1] :]} == {latin(fonts()).name}
    assert {glyph.face for glyph in glyphs[7:9]} == {chinese(fonts()).name}


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("甲\ue000乙\ue000", ("\ue000",)),
        ("葛\U000e0100", ("\U000e0100",)),
        ("☺\ufe0f", ("\ufe0f",)),
        ("张\u200b三\u00ad\ufeff", ("\u200b", "\u00ad", "\ufeff")),
        ("a\x00b\x07", ("\x00", "\x07")),
        ("\U0001f600", ("\U0001f600",)),
        ("\ud800", ("\ud800",)),
        ("一\r\n二\t三\u2028四\u3000五\u00a0六\u2009七", ()),
        ("", ()),
    ],
)
def test_what_no_page_can_show_is_told_once_each(
    renderer: PdfRenderer, said: str, missing: tuple[str, ...]
) -> None:
    assert renderer.missing_characters(said) == missing


def _readme() -> str:
    return (fonts() / "README.md").read_text("utf-8")
