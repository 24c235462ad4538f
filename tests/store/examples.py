"""The people and papers of the store's stories; all are made up."""

from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType

from filingdesk.core.answers import (
    Answers,
    AttachedFile,
    Difference,
    MaterialAnswer,
    MaterialState,
    Value,
)
from filingdesk.core.case import Case, Event, EventKind
from filingdesk.core.ports import Draft, SafeFile
from filingdesk.core.signature import Capacity, SignedFile

NAME = "欧阳𠮷祥"
ID_NUMBER = "11010119900307391X"
BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=BEIJING)
_PAGE = b"\xff\xd8\xff\xe0" + NAME.encode() * 50

ATTACHED = AttachedFile("f1", pages=2, sha256="ab" * 32, size=4_000)
SAFE = SafeFile((_PAGE + b"1", _PAGE + b"2"), ATTACHED.sha256, ATTACHED.size)


def answers(**more: Value) -> Answers:
    """What somebody said, a date that is none included."""
    said: dict[str, Value] = {
        "name": NAME,
        "id_number": ID_NUMBER,
        "learned_on": "2026-02-30 ",
        "why": ("wrong", "outdated"),
        "differences": (Difference("金额", "1000 元", "100 元"),),
        "materials": (
            MaterialAnswer("id_copy", MaterialState.ATTACHED, (ATTACHED,)),
            MaterialAnswer("receipt", MaterialState.DO_NOT_HAVE),
        ),
    }
    return Answers(MappingProxyType(said | more))


def draft(id: str = "d1", story: str = "", page: str = "why") -> Draft:
    """A filing being made."""
    said = answers(story=story) if story else answers()
    return Draft(
        id=id,
        answers=said,
        page=page,
        language="zh_TW",
        consent="2026-01",
        change_from="review",
        saved_at=NOW,
    )


def case(number: int = 1, **different: str) -> Case:
    """A filing that was signed, with its first two events."""
    texts = {
        "id": f"c{number}",
        "reference": f"FD-7K3M-{number:04}-C",
        "jurisdiction": "cn-tianjin",
        "kind": "objection",
        "person": NAME,
        "title": "行政处罚信息",
        "authority": "天津市发展和改革委员会",
    }
    events = (
        Event(EventKind.LEARNED, date(2026, 2, 20), NOW),
        Event(EventKind.SIGNED, date(2026, 3, 2), NOW, "在窗口"),
    )
    return Case(**texts | different, events=events, versions=(), clocks=None)


def signed(content: bytes = b"%PDF-1.7 signed") -> SignedFile:
    """A sealed PDF, as far as the store must know."""
    at = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    return SignedFile(content, "cd" * 32, "CN=信用服务中心", Capacity.CENTRE_SEAL, at)
