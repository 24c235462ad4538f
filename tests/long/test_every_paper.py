"""Every example of every pack at every level before every judge; and the largest papers."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from filingdesk.core.document import Document, Sentence, Table, Title
from filingdesk.core.drawn import drawn
from filingdesk.core.signature import Level
from filingdesk.desk import Desk
from tests.conformance.filed import LANGUAGES, ONE_OF_A_KIND, Filed, Maker, foot_of
from tests.conformance.java import Bench
from tests.conformance.jury import HERE, IN_JAVA, poppler_text
from tests.desk.furnished import FILINGS, example, kind_of, name_of

RARE = "䶮𠮷𬭛"
ROWS = 64
FILES, SHEETS = 20, 4
SIGNED = ("pdfsig", "openssl cms", "openssl ts", "qpdf", "mutool", "pdffonts", "pdfdetach")
UNSIGNED = ("qpdf", "mutool", "pdffonts", "pdftotext", "pdfium")


def faults(filed: Filed, bench: Bench, judges: tuple[str, ...] = tuple(HERE)) -> dict[str, object]:
    """What each judge found, by its name; in the Java ones' words too."""
    found = {name: HERE[name](filed) for name in judges}
    in_java = [name for name in IN_JAVA if filed.signed or name != "DSS"]
    found |= {name: IN_JAVA[name](filed, bench) for name in in_java}
    return {name: told for name, told in found.items() if told}


@pytest.mark.parametrize("path", FILINGS, ids=name_of)
def test_every_example_at_every_level_and_in_turn_every_language(
    path: Path, maker: Maker, bench: Bench
) -> None:
    place = FILINGS.index(path)
    draft = maker.draft(path, LANGUAGES[place % len(LANGUAGES)])
    for number, level in enumerate(Level):
        filed = maker.filed("every", draft, level, signers=1 + (place + number) % 2)
        assert faults(filed, bench, SIGNED if number else tuple(HERE)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ONE_OF_A_KIND, ids=kind_of)
def test_every_kind_in_every_language_beside_the_official_one(
    path: Path, language: str, maker: Maker, bench: Bench
) -> None:
    filed = maker.filed("beside", maker.draft(path, language), Level.B_B)
    assert faults(filed, bench) == {}


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("path", ONE_OF_A_KIND, ids=kind_of)
def test_every_reading_copy(
    path: Path, language: str, desk: Desk, maker: Maker, bench: Bench
) -> None:
    """Words lie across its pages, so only what is missing is asked for, not what else is there."""
    document = desk.document(maker.draft(path, language), language)
    filed = unsigned(document, maker)
    assert faults(filed, bench, ("qpdf", "mutool", "pdffonts")) == {}
    assert not [each for each in poppler_text(filed) if each.startswith("missing")]


def test_eighty_five_pages_with_twenty_exhibits(desk: Desk, maker: Maker, bench: Bench) -> None:
    draft = maker.draft(example("cn-tianjin/tianjin-expired"), "es")
    wanted = [each.id for each in desk.materials(draft)]
    for number in range(FILES):
        draft = desk.attach(draft, wanted[number % len(wanted)], scan(number))
    filed = maker.filed("large", draft, Level.B_LTA, signers=2)
    assert pages_of(filed) >= 85
    assert sum(len(each["files"]) for each in filed.payload["exhibits"]) == FILES
    assert faults(filed, bench) == {}


def test_a_table_over_seven_pages(maker: Maker, bench: Bench) -> None:
    cells = [
        [Sentence(f"第{row}行第{cell}列所载的内容") for cell in range(4)] for row in range(ROWS)
    ]
    table = Table(("字段", "所载", "实际", "请求"), tuple(map(tuple, cells)), (1, 2, 2, 2))
    document = Document(
        title="长表",
        language="zh-CN",
        reference="FD-LANG-TABE-1",
        footer="",
        blocks=(Title("长表"), table),
    )
    filed = unsigned(document, maker)
    assert pages_of(filed) >= 7
    assert faults(filed, bench, UNSIGNED) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_few_fonts_have(language: str, desk: Desk, maker: Maker, bench: Bench) -> None:
    draft = maker.draft(example("cn-tianjin/tianjin-expired"), language)
    answered = replace(draft, answers=draft.answers.say("name", RARE))
    filed = maker.filed("rare", desk.keep(answered), Level.B_T)
    assert faults(filed, bench) == {}
    assert RARE in filed.said


def unsigned(document: Document, maker: Maker) -> Filed:
    """A document that nobody signs."""
    file = maker.folder / "unsigned.pdf"
    file.write_bytes(maker.desk.doors.renderer.render(document))
    return Filed(file, b"{}", drawn(document), foot_of(document))


def pages_of(filed: Filed) -> int:
    with pypdfium2.PdfDocument(filed.pdf) as pdf:
        return len(pdf)


def scan(number: int) -> bytes:
    """A paper of four sheets."""
    sheets = [
        Image.new("RGB", (620, 877), (200 + number, 200, 150 + each)) for each in range(SHEETS)
    ]
    file = BytesIO()
    sheets[0].save(file, "PDF", save_all=True, append_images=sheets[1:])
    return file.getvalue()
