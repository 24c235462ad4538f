"""Who listens gets what who sees gets: headings, tables, lists, pictures, each in its language."""

from dataclasses import replace

import pikepdf

from filingdesk.core.document import (
    Document,
    ExhibitPage,
    Fields,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Quotation,
    Sentence,
    Table,
    Title,
)
from filingdesk.render.pages import PdfRenderer
from tests.render.conftest import say
from tests.render.tree import opened


def document(*blocks: object, language: str = "zh-CN") -> Document:
    return Document("申请书", language, "R-1", "", blocks)  # type: ignore[arg-type]


def test_an_objection_is_headings_tables_lists_and_a_figure(
    renderer: PdfRenderer, objection: Document
) -> None:
    with opened(renderer.render(objection)) as tree:
        form = "Table(" + " ".join(["TR(TH TD)"] * 9) + ")"
        heads = "THead(TR(TH TH TH TH TH))"
        rows = "TBody(" + " ".join(["TR(TD TD TD TD TD)"] * 3) + ")"
        item = "LI(Lbl LBody)"
        assert tree.shape() == (
            f"H1 {form} P P H2 Table({heads} {rows}) H2 BlockQuote(P P) H2 L({item} {item} {item})"
            f" H2 L({item} {item}) P P Figure P P P Sect(H2 Figure)"
        )
        assert tree.elements[0].S == "/Document"
        assert tree.pdf.Root.MarkInfo.Marked
        assert all(page.obj.Tabs == "/S" for page in tree.pdf.pages)


def test_a_header_says_whether_it_heads_a_row_or_a_column(
    renderer: PdfRenderer, objection: Document
) -> None:
    with opened(renderer.render(objection)) as tree:
        scopes = [str(each.A.Scope) for each in tree.tagged("TH")]
    assert scopes == ["/Row"] * 9 + ["/Column"] * 5


def test_all_that_is_drawn_is_read_or_is_marked_as_not_to_be_read(
    renderer: PdfRenderer, objection: Document, copy_in_spanish: Document
) -> None:
    for told in (objection, copy_in_spanish):
        with opened(renderer.render(told)) as tree:
            assert [each for page in tree.pdf.pages for each in _unmarked(page)] == []


def test_every_mark_leads_back_to_its_element(renderer: PdfRenderer, objection: Document) -> None:
    long = replace(objection, blocks=(*objection.blocks, _long_table()))
    with opened(renderer.render(long)) as tree:
        numbers = tree.pdf.Root.StructTreeRoot.ParentTree.Nums
        parents = dict(zip(map(int, list(numbers)[::2]), list(numbers)[1::2], strict=True))
        seen = 0
        for element in tree.elements:
            for page, id in tree.own(element):
                key = int(tree.pdf.pages[page - 1].obj.StructParents)
                assert parents[key][id].objgen == element.objgen
                seen += 1
        assert seen == sum(len(parents[key]) for key in range(len(tree.pdf.pages)))


def test_what_runs_over_pages_stays_one_paragraph_and_one_table(renderer: PdfRenderer) -> None:
    told = document(Title("一"), Paragraph(say("甲乙丙丁" * 800)), _long_table())
    with opened(renderer.render(told)) as tree:
        assert len(tree.pdf.pages) > 8
        (paragraph,) = tree.tagged("P")
        assert {page for page, _ in tree.marks(paragraph)} == {1, 2, 3, 4, 5, 6}
        (table,) = tree.tagged("Table")
        assert len({page for page, _ in tree.marks(table)}) > 3
        assert len(tree.tagged("TH")) == 2
        assert len(tree.tagged("TD")) == 240


def test_a_label_that_stands_again_is_read_once(renderer: PdfRenderer) -> None:
    told = document(Fields((("事实与理由", Sentence("甲乙丙丁" * 600)),)))
    with opened(renderer.render(told)) as tree:
        (label,), (value,) = tree.tagged("TH"), tree.tagged("TD")
        assert len(tree.marks(label)) == 1
        assert len(tree.marks(value)) == 3


def test_chinese_in_a_spanish_sentence_is_read_as_chinese(
    renderer: PdfRenderer, copy_in_spanish: Document
) -> None:
    with opened(renderer.render(copy_in_spanish)) as tree:
        spans = [str(each.Lang) for each in tree.tagged("Span")]
        quoted = tree.tagged("BlockQuote")[0].K[1]
        assert tree.pdf.Root.Lang == "es-ES"
        assert spans == ["zh"]
        assert quoted.Lang == "zh"


def test_each_cell_of_a_sheet_side_by_side_says_its_language(renderer: PdfRenderer) -> None:
    row = (Sentence("1"), Sentence("请予更正。"), Sentence("Corríjanlo.", (), "es"))
    sheet = document(Table(("编号", "中文", "español"), (row,), (1, 4, 4)))
    with opened(renderer.render(sheet)) as tree:
        assert [str(each.get("/Lang", "")) for each in tree.tagged("TD")] == ["", "", "es"]


def test_a_picture_is_told_in_words_and_an_exhibit_is_one_section(
    renderer: PdfRenderer, photo: bytes
) -> None:
    pages = tuple(
        ExhibitPage("证据一 决定书", photo + bytes([page]), f"决定书第{page}页") for page in (1, 2)
    )
    receipt = ExhibitPage("证据二 收据", photo)
    told = document(Title("一"), *pages, receipt, Title("二"))
    with opened(renderer.render(told)) as tree:
        assert tree.shape() == "H1 Sect(H2 Figure P Figure) Sect(H2 Figure) Sect(H1)"
        said = [str(each.Alt) for each in tree.tagged("Figure")]
        assert said == ["决定书第1页", "决定书第2页", "证据二 收据"]
        left, bottom, right, top = (float(edge) for edge in tree.tagged("Figure")[0].A.BBox)
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842


def test_headings_begin_at_the_first_level_and_skip_none(renderer: PdfRenderer) -> None:
    without = document(Heading("一、", "事实"), NewPage(), Title("附件"), Heading("一、", "清单"))
    with opened(renderer.render(without)) as tree:
        assert tree.shape() == "H1 Sect(H1 H2)"


def test_what_says_nothing_leaves_no_element(renderer: PdfRenderer) -> None:
    empty = document(Title(""), Paragraph(()), Items(()), Paragraph(say("")), Quotation("", ""))
    with opened(renderer.render(empty)) as tree:
        assert tree.shape() == ""


def test_bookmarks_lead_to_titles_headings_and_exhibits(
    renderer: PdfRenderer, objection: Document
) -> None:
    with opened(renderer.render(objection)) as tree, tree.pdf.open_outline() as outline:
        (title,) = outline.root
        assert title.title == objection.title
        assert [each.title for each in title.children] == [
            "一、记载与事实对照",
            "二、依据",
            "三、请求事项",
            "四、证据清单",
            "证据一　行政处罚决定书（第1页，共1页）",
        ]
        exhibit = title.children[-1].destination
        assert isinstance(exhibit, pikepdf.Array)
        page, kind, _, top, _ = exhibit
        assert page.objgen == tree.pdf.pages[-1].obj.objgen
        assert kind == "/XYZ"
        assert 700 < float(top) < 842


def _long_table() -> Table:
    rows = tuple(
        say(str(number), f"第{number}条记载与事实不符，请予更正。") for number in range(120)
    )
    return Table(("序号", "说明"), rows, (1, 6))


def _unmarked(page: pikepdf.Page) -> list[str]:
    """What a page draws outside of every mark."""
    depth, found = 0, []
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        depth += operator in {"BDC", "BMC"}
        depth -= operator == "EMC"
        if not depth and operator in {"Tj", "TJ", "S", "s", "f", "f*", "B", "Do", "sh"}:
            found.append(operator)
    return found
