"""A letter names its sources: a title in title marks, what is only described without them."""

from dataclasses import replace

from filingdesk.core.document import Paragraph
from filingdesk.core.law import Citation
from filingdesk.core.letter import compose
from filingdesk.desk import Desk
from filingdesk.desk.making import words_of
from tests.desk.furnished import answers_of, example, no_file

ARRANGEMENT = "中国人民银行2025年12月22日关于一次性信用修复的安排"
NOTICE = "中国人民银行关于实施一次性信用修复政策有关安排的通知"


def test_a_letter_that_rests_on_an_arrangement_and_on_a_notice(desk: Desk) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn/bank-objection-one-off")), no_file)
    filing = desk.assemble(draft)
    described = Citation(ARRANGEMENT, verified=True, titled=False)
    known = (described, Citation(NOTICE, verified=True, number="2025年"))
    one, *others = filing.grounds
    filing = replace(filing, grounds=(replace(one, citations=known), *others))
    kind = desk.pack(draft.answers).kinds[filing.kind]
    letter = compose(filing, kind, words_of(filing.pack, "zh_CN"))
    paragraphs = (each for each in letter.blocks if isinstance(each, Paragraph))
    told = [sentence.text for each in paragraphs for sentence in each.sentences]
    assert ARRANGEMENT in told
    assert f"《{NOTICE}》（2025年）" in told
