"""A filing as a citizen of Tianjin would sign it, and the tools that judge its pages."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from filingdesk.core.document import (
    Attachment,
    Document,
    ExhibitPage,
    Fields,
    Heading,
    Items,
    Paragraph,
    Quotation,
    Sentence,
    Signature,
    Stroke,
    Table,
    Title,
)
from filingdesk.render.pages import PdfRenderer
from filingdesk.resources import fonts

STROKES: tuple[Stroke, ...] = (
    ((0.08, 0.45), (0.16, 0.42), (0.30, 0.38), (0.36, 0.37)),
    ((0.22, 0.15), (0.23, 0.40), (0.20, 0.70), (0.10, 0.92)),
    ((0.24, 0.50), (0.30, 0.66), (0.40, 0.86)),
    ((0.55, 0.20), (0.52, 0.40), (0.50, 0.62), (0.62, 0.70), (0.80, 0.66), (0.84, 0.30)),
    ((0.66, 0.12), (0.68, 0.12)),
    ((0.9, 0.9),),
)


def say(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(text) for text in texts)


@pytest.fixture(scope="session")
def renderer() -> PdfRenderer:
    return PdfRenderer(fonts())


@pytest.fixture(scope="session")
def photo() -> bytes:
    """A decision, photographed: one page at 150 dpi."""
    picture = Image.new("RGB", (1240, 1754), (236, 233, 226))
    draw = ImageDraw.Draw(picture)
    for line in range(24):
        draw.rectangle((140, 300 + line * 52, 1100 - line % 5 * 60, 322 + line * 52), (60, 60, 64))
    draw.ellipse((820, 1420, 1080, 1680), outline=(190, 40, 36), width=10)
    content = BytesIO()
    picture.save(content, "JPEG", quality=80)
    return content.getvalue()


@pytest.fixture(scope="session")
def objection(photo: bytes) -> Document:
    """公共信用信息异议申请书: three pages and an exhibit."""
    return Document(
        title="公共信用信息异议申请书",
        language="zh-CN",
        reference="TJ-2026-04-0017",
        footer="本申请书由申请人在自助终端填写并核对，内容由申请人负责。",
        blocks=(
            Title("公共信用信息异议申请书"),
            Fields(
                (
                    ("申请人", Sentence("𠮷野䶮")),
                    ("证件类型及号码", Sentence("居民身份证 120101190001010016")),
                    ("联系电话", Sentence("13800138000")),
                    ("通信地址", Sentence("天津市和平区大沽北路 157 号 3 号楼 2 门 501 室")),
                    ("信息名称", Sentence("行政处罚决定（未按规定公示年度报告）")),
                    ("决定书文号", Sentence("津市监罚〔2023〕12号")),
                    ("认定单位", Sentence("天津市市场监督管理委员会")),
                    ("发现途径", Sentence("“信用中国（天津）”网站，查询日期 2026 年 4 月 20 日")),
                    ("异议类型", Sentence("信息内容有误；信息超过公示期限")),
                )
            ),
            Paragraph(say("天津市市场监督管理委员会："), indent=False),
            Paragraph(
                say(
                    "我于2026年4月20日在“信用中国（天津）”网站查询本人公共信用信息时，发现贵委提供的"
                    "一条行政处罚信息与事实不符。",
                    "该信息记载的决定书文号为津市监罚〔2023〕12号，作出日期为2023年3月15日，罚款金额为"
                    "人民币5,000.00元。",
                    "我已于2023年3月28日缴清罚款，缴款凭证号为1201-2023-0328-7745，但该信息至今仍显示"
                    "“未履行”，并且已经超过规定的最长公示期限……",
                )
            ),
            Heading("一、", "记载与事实对照"),
            Table(
                ("序号", "项目", "网站记载", "实际情况", "证据"),
                (
                    say("1", "履行状态", "未履行", "2023年3月28日已全额缴纳", "证据二"),
                    say("2", "被处罚人", "𠮷野龑", "𠮷野䶮（姓名第三字有误）", "证据一"),
                    say("3", "公示截止", "2026年9月15日", "应为2026年3月15日之前", "证据一"),
                ),
                (0.09, 0.17, 0.24, 0.35, 0.15),
            ),
            Heading("二、", "依据"),
            Quotation(
                "《信用修复管理办法》（国家发展改革委令2025年第36号）",
                "轻微失信信息原则上不予公示，确有必要公示的最长不超过3个月。",
            ),
            Heading("三、", "请求事项"),
            Items(
                say(
                    "更正上述信息中的姓名和履行状态；",
                    "停止公示该条已超过期限的信息，并通知共享该信息的平台（含信用中国网站）同步处理；",
                    "在核查期间对该信息作出异议标注，并将处理结果书面告知本人。",
                )
            ),
            Heading("四、", "证据清单"),
            Items(
                say(
                    "行政处罚决定书（津市监罚〔2023〕12号）复印件，共1页；",
                    "缴款凭证，共1页，原件由窗口工作人员核对。",
                )
            ),
            Paragraph(say("以上内容属实，如有不实，我愿意承担相应的法律责任。")),
            Signature(
                "申请人（签名、捺印）：",
                STROKES,
                "日期：",
                "2026年4月22日",
                say(
                    "本件上的电子签章由服务中心加盖，仅表明文件自生成时起未被改动，"
                    "不是申请人的电子签名。",
                    "申请人可在上方横线处亲笔签名。",
                ),
            ),
            ExhibitPage("证据一　行政处罚决定书（第1页，共1页）", photo),
        ),
    )


@pytest.fixture(scope="session")
def copy_in_spanish() -> Document:
    """The same in the citizen's language, to read and not to file."""
    return Document(
        title="Objeción a la información pública de crédito",
        language="es-ES",
        reference="TJ-2026-04-0017",
        footer="Copia de lectura: se presenta el original en chino.",
        watermark="COPIA DE LECTURA · NO SE PRESENTA",
        blocks=(
            Title("Objeción a la información pública de crédito"),
            Paragraph(say("A la Comisión de Supervisión del Mercado de Tianjin:"), indent=False),
            Paragraph(
                say(
                    "El 20 de abril de 2026 consulté mi expediente —¿quién lo habría pensado?— y vi"
                    " una sanción que no corresponde a los hechos.",
                    "El número de la decisión es 津市监罚〔2023〕12号; la multa, 5.000,00 ¥.",
                    "La pagué el 28 de marzo de 2023; sin embargo, figura «no cumplida».",
                )
            ),
            Heading("1.", "Lo que dice la ley"),
            Quotation("Reglamento de reparación del crédito", "轻微失信信息原则上不予公示。"),
            Items(
                say(
                    "Corrijan el nombre y el estado de cumplimiento en todas las plataformas que"
                    " comparten esta información.",
                    "Dejen de mostrarla.",
                )
            ),
            Signature("Firma:", (), "Fecha:", "", say("El original lo firma usted a mano.")),
        ),
    )


@pytest.fixture(scope="session")
def materials(photo: bytes) -> tuple[Attachment, ...]:
    return (
        Attachment("filing.json", "application/json", b'{"format": 1}\n', "申请书的数据", "Data"),
        Attachment("证据一.jpg", "image/jpeg", photo, "行政处罚决定书"),
        Attachment("空.txt", "text/plain", b"", "空文件"),
    )


Tool = Callable[..., bytes]


@pytest.fixture
def judge(tmp_path: Path) -> Tool:
    """Runs an outside tool on a PDF: `judge(pdf, "pdffonts", "FILE")` -> what it prints."""

    def run(pdf: bytes, *command: str) -> bytes:
        file = tmp_path / "judged.pdf"
        file.write_bytes(pdf)
        words = [str(file) if word == "FILE" else word for word in command]
        return subprocess.run(words, check=True, capture_output=True, cwd=tmp_path).stdout

    return run


@pytest.fixture
def read(judge: Tool) -> Callable[[bytes], list[str]]:
    """What poppler reads on each page, above its number, without white space."""

    def pages(pdf: bytes) -> list[str]:
        said = judge(pdf, "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-").decode()
        sheets = said.split("\f")[:-1]
        return [
            bare(sheet).rpartition(f"—{number}—")[0] for number, sheet in enumerate(sheets, start=1)
        ]

    return pages


def bare(text: str) -> str:
    """A text without any white space."""
    return "".join(text.split())
