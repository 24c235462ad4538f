"""How a capacity is written into a signature field, and how it is read back.

The field's name carries the capacity for machines, its tooltip and /Reason say it to people. All of
it lies inside the signed bytes, so nobody can give a signature another capacity afterwards.
"""

import re

from filingdesk.core.signature import Capacity

_FIELD = re.compile(r"Signature-([a-z_]+?)(?:-[0-9]+)?")

# Papers that authorities read, so Chinese first; 电子签名法 art. 13 asks that the data for making a
# reliable signature be the signer's own and under his sole control: a key of the desk is not.
_REASONS = {
    Capacity.CITIZEN: (
        "申请人使用本人持有的密钥签名。",
        "The applicant's signature, made with a key that the applicant holds.",
    ),
    Capacity.AGENT: (
        "代理人使用本人持有的密钥代申请人签名。",
        "The agent's signature for the applicant, made with a key that the agent holds.",
    ),
    Capacity.CLERK_ATTESTATION: (
        "工作人员证明：内容按申请人陈述填写并经其核对；不是申请人本人的电子签名。",
        "The clerk's attestation: filled in as the applicant said and checked by the applicant. "
        "It is not the applicant's own signature.",
    ),
    Capacity.CENTRE_SEAL: (
        "服务中心完整性印章：表明文件自此未被改动；不是申请人本人的电子签名。",
        "The centre's integrity seal: shows that the file has not changed since. "
        "It is not the applicant's own signature.",
    ),
    Capacity.AGENCY_RECEIPT: (
        "收件机关回执：表明收件机关已收到本文件；不表示其对内容的认定。",
        "The receiving agency's receipt: shows that the agency has received this file. "
        "It is no decision on what the file says.",
    ),
}

_LABELS = {
    Capacity.CITIZEN: "申请人签名 / Applicant's signature",
    Capacity.AGENT: "代理人签名 / Agent's signature",
    Capacity.CLERK_ATTESTATION: "工作人员证明 / Clerk's attestation",
    Capacity.CENTRE_SEAL: "服务中心完整性印章 / Centre's integrity seal",
    Capacity.AGENCY_RECEIPT: "收件机关回执 / Agency's receipt",
}

# A time stamp over the document comes in a field too, and no lock may stand in its way.
TIME_STAMPS = tuple(f"TimeStamp-{number}" for number in range(1, 13))
TIME_STAMP_LABEL = "时间戳 / Time stamp"

_FOLLOWERS = {
    Capacity.CITIZEN: (Capacity.CLERK_ATTESTATION, Capacity.CENTRE_SEAL),
    Capacity.AGENT: (Capacity.CLERK_ATTESTATION, Capacity.CENTRE_SEAL),
    Capacity.CLERK_ATTESTATION: (Capacity.CENTRE_SEAL,),
    Capacity.CENTRE_SEAL: (Capacity.CLERK_ATTESTATION,),
    Capacity.AGENCY_RECEIPT: (),
}


def capacity_of(field: str) -> Capacity | None:
    """The capacity that a field's name tells; None for a field that is not ours."""
    found = _FIELD.fullmatch(field)
    if found is None or found[1] not in set(Capacity):
        return None
    return Capacity(found[1])


def reason(capacity: Capacity) -> str:
    """What a signature in this capacity means, in Chinese and English: the PDF's /Reason."""
    return " ".join(_REASONS[capacity])


def label(capacity: Capacity) -> str:
    """The field's name for people: the PDF's /TU, read out by screen readers."""
    return _LABELS[capacity]


def followers(capacity: Capacity) -> tuple[Capacity, ...]:
    """Who gets an unseen field where the page was drawn without any."""
    return _FOLLOWERS[capacity]
