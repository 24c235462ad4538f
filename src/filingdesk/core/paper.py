"""What the desk adds to a letter: the square code before it, the places for signatures after it."""

from dataclasses import replace

from filingdesk.core.document import Document, NewPage, PaperCode, Seal, Seals
from filingdesk.core.filing import Filing
from filingdesk.core.payload import Code
from filingdesk.core.question import Part
from filingdesk.core.signature import Capacity, field_name
from filingdesk.core.wording import Wording

REFERENCE = "编号"
CHECK = "校验码"
MADE_ON = "制作日期"
PACK = "规则版本"
CODE_ALT = "二维码：含本文件的编号、内容摘要和签名，供收件机关用程序核对。"

# 电子签名法第十三条: the data for making a reliable signature belong to the signer alone.
PLACES = {
    Capacity.CITIZEN: ("申请人电子签名", "申请人用本人持有的密钥签名"),
    Capacity.AGENT: ("代理人电子签名", "代理人用本人持有的密钥代申请人签名"),
    Capacity.CLERK_ATTESTATION: (
        "工作人员见证",
        "证明申请人已核对内容；不是申请人本人的签名",
    ),
    Capacity.CENTRE_SEAL: (
        "服务中心完整性印章",
        "证明文件此后未被改动；不是申请人本人的签名",
    ),
    Capacity.AGENCY_RECEIPT: ("收件机关回执", "证明机关已收到本文件"),
}
PAPER_TEXTS = (
    REFERENCE,
    CHECK,
    MADE_ON,
    PACK,
    CODE_ALT,
    *(text for place in PLACES.values() for text in place),
)
"""Every text of this module: the root pack's catalogue holds their translations."""


def capacities(filing: Filing) -> tuple[Capacity, ...]:
    """In which capacities the paper of a filing can be signed, in the order of signing."""
    own = Capacity.AGENT if filing.part(Part.AGENT) else Capacity.CITIZEN
    return (own, Capacity.CLERK_ATTESTATION, Capacity.CENTRE_SEAL, Capacity.AGENCY_RECEIPT)


def with_seals(letter: Document, filing: Filing, wording: Wording) -> Document:
    """The letter with the places for its signatures at its end, before what is enclosed."""
    end = next(
        (place for place, each in enumerate(letter.blocks) if isinstance(each, NewPage)),
        len(letter.blocks),
    )
    seals = Seals(tuple(_place(each, wording) for each in capacities(filing)))
    blocks = (*letter.blocks[:end], seals, *letter.blocks[end:])
    return replace(letter, blocks=blocks, made_on=filing.made_on)


def code_block(filing: Filing, wording: Wording, code: Code) -> PaperCode:
    """What stands first on page one."""
    rows = (
        (REFERENCE, filing.reference),
        (CHECK, code.check),
        (MADE_ON, wording.date(filing.made_on)),
        (PACK, f"{filing.pack.id} {filing.pack.version}"),
    )
    said = tuple((wording.text(label), value) for label, value in rows)
    return PaperCode(code.content, wording.text(CODE_ALT), said)


def _place(capacity: Capacity, wording: Wording) -> Seal:
    label, note = PLACES[capacity]
    return Seal(field_name(capacity), wording.text(label), wording.text(note))
