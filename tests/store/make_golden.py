"""Makes the store that later versions must still open: run once for a version, then kept for ever.

PYTHONPATH=src:. python tests/store/make_golden.py tests/store/golden/<revision>
"""

import hashlib
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from filingdesk.core.case import Event, EventKind
from filingdesk.core.ports import DueDay, Standing
from filingdesk.core.redating import ShownDate
from filingdesk.core.reminder import Reminder
from filingdesk.core.reply import KeptReply, ReplyKind
from filingdesk.core.signature import Level, Reached, StampedFile
from filingdesk.store import vault
from filingdesk.store.opening import open_store
from tests.store.examples import ATTACHED, NAME, NOW, SAFE, answers, case, draft, signed

PASSPHRASE = "clear water, four cups"
NUMBER = "津市监罚〔2023〕12号"
VERSIONS = (("cn", "2026.11.1"), ("cn-tianjin", "2026.11.1"))
EXTENDED = Event(EventKind.EXTENDED, date(2026, 3, 4), NOW, "", "cn/answer", date(2026, 4, 1))
SHOWN = ShownDate("cn/answer", date(2026, 3, 2), date(2026, 4, 1), "cn-2026-00000000")
REMINDER = Reminder(
    id="FD-9PXA-0003-C",
    day=date(2026, 12, 1),
    jurisdiction="cn-tianjin",
    kind="objection",
    person=NAME,
    contact="13800000000",
    title="行政处罚信息",
    answers=answers(),
    language="zh_TW",
    consent="2026-01",
    made_at=NOW,
)
STAMPED = Event(EventKind.TIME_STAMPED, date(2026, 3, 5), NOW, Level.B_T.value)
LATER = StampedFile(signed().pdf + b" and stamped", "ef" * 32, Level.B_T)
RISEN = Reached(Level.B_T, "evidence-missing")
ORIGINAL = b"as it came from the telephone"
RECEIPT = LATER.pdf + b" and signed by the agency"
CAME_BACK = KeptReply(
    kind=ReplyKind.RECEIPT,
    sha256=hashlib.sha256(RECEIPT).hexdigest(),
    size=len(RECEIPT),
    signer="CN=天津市发展和改革委员会",
    day=date(2026, 3, 6),
    kept_at=NOW,
)
NOTED = Event(EventKind.RECEIPT_NOTED, date(2026, 3, 6), NOW)
LAST = date(2026, 4, 1)
STANDING = Standing(date(2026, 3, 4), LAST, (DueDay(2, LAST, "cn/answer"),))
_SAID = {"label": "文书号", "text": NUMBER, "value": NUMBER}
FILING = json.dumps(
    {"format": 1, "record": {"document_number": _SAID}}, ensure_ascii=False
).encode()


def make(folder: Path) -> None:
    """Two cases, a draft with a file, a reminder, a setting; the recovery code lies beside them.

    The first case was stamped later, and its receipt came back.
    """
    key, code = vault.create_vault(folder, PASSPHRASE)
    store = open_store(folder, key)
    store.save_draft(draft())
    store.save_file("d1", ATTACHED, SAFE)
    store.save_original("d1", ATTACHED.id, ORIGINAL)
    first = replace(case(1), versions=VERSIONS, clocks=("cn/answer",), document_number=NUMBER)
    store.open_case(first, FILING, signed())
    store.open_case(case(2), b"{}", signed())
    store.record("c1", EXTENDED)
    store.replace_signed("c1", LATER, RISEN, [STAMPED])
    store.keep_reply("c1", CAME_BACK, RECEIPT, [NOTED])
    store.keep_shown("c1", [SHOWN])
    store.settle({1: STANDING})
    store.keep_reminder(REMINDER)
    store.keep_setting("centre", "信用服务中心".encode())
    store.close()
    (folder / "code.txt").write_text(code)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
