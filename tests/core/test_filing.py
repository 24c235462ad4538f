"""From answers to the letter: everything that was said is in it, and nothing else."""

from dataclasses import replace

from filingdesk.core.advice import advise
from filingdesk.core.answers import (
    Answers,
    AttachedFile,
    Difference,
    MaterialAnswer,
    MaterialState,
)
from filingdesk.core.blocks import PLACES
from filingdesk.core.document import (
    Document,
    Heading,
    Items,
    Paragraph,
    Sentence,
    Table,
    sentences_of,
)
from filingdesk.core.filing import Act, Filing, assemble
from filingdesk.core.law import Citation
from filingdesk.core.letter import compose
from filingdesk.words.catalogue import PackWords, Words
from tests.core.province import CALENDAR, KIND, PACK, TODAY, interview, old_record

WORDING = PackWords(Words("zh_CN"), ())
ACT = Act("FD-2222-2222-X", TODAY, "2026-11-22")


def filing_of(answers: Answers) -> Filing:
    advice = advise(PACK, interview(), answers, CALENDAR, TODAY)
    return assemble(PACK, interview(), answers, advice, ACT, WORDING)


def letter_of(answers: Answers, *, official: bool = True) -> Document:
    return compose(filing_of(answers), KIND, WORDING, official=official)


def text_of(document: Document) -> str:
    return "\n".join(each.text for each in sentences_of(document))


def test_the_letter_says_when_the_period_ended() -> None:
    said = text_of(letter_of(old_record()))
    assert "公示期已于2026年9月10日届满" in said
    assert "吕䶮" in said
    assert "请停止公示。" in said


def test_nothing_is_claimed_that_nobody_said() -> None:
    unsure = old_record().say("published_on", "?")
    said = text_of(letter_of(unsure))
    assert "届满" not in said
    assert "请核实公示期" in said
    assert "联系电话" not in said
    assert "{" not in said


def test_answers_of_a_branch_that_was_left_are_not_in_the_letter() -> None:
    changed = (
        old_record()
        .say("trouble", "wrong")
        .say("differences", (Difference("金额", "五千", "三千"),))
    )
    said = text_of(letter_of(changed))
    assert "2023" not in said
    assert "三千" in said
    assert "2023" not in str(filing_of(changed).answers.values)


def test_several_requests_are_numbered_and_end_like_a_list() -> None:
    asked = (Sentence("停止公示"), Sentence("书面答复。"))
    [items] = PLACES["[requests]"](replace(filing_of(old_record()), requests=asked), WORDING)
    assert items == Items((Sentence("停止公示；"), Sentence("书面答复。")))
    english = PackWords(Words("en"), ())
    [items] = PLACES["[requests]"](replace(filing_of(old_record()), requests=asked), english)
    assert isinstance(items, Items)
    assert [each.text[-1] for each in items.sentences] == [";", "."]


def test_a_single_request_and_a_single_heading_have_no_number() -> None:
    only = replace(filing_of(old_record()), requests=(Sentence("停止公示"),))
    assert PLACES["[requests]"](only, WORDING) == [Paragraph((Sentence("停止公示。"),))]
    assert PLACES["[requests]"](replace(only, requests=()), WORDING) == []
    short = replace(KIND, template="# 说明\n## 请求\n[requests]")
    headings = [each for each in compose(only, short, WORDING).blocks if isinstance(each, Heading)]
    assert headings == [Heading("", "请求")]


def test_the_number_of_a_law_stands_beside_its_name_and_an_article_stands_for_the_whole() -> None:
    whole = Citation("修复办法", verified=True, number="令第36号")
    article = replace(whole, article="第三条")
    filing = filing_of(old_record())
    bare = replace(filing.grounds[0], citations=(whole,))
    said = PLACES["[grounds]"](replace(filing, grounds=(bare,)), WORDING)
    assert said[-1] == Paragraph((Sentence("《修复办法》（令第36号）"),))
    both = replace(bare, citations=(whole, article))
    said = PLACES["[grounds]"](replace(filing, grounds=(both,)), WORDING)
    assert [each for each in said if each == Paragraph((Sentence(article.named()),))] == said[-1:]
    assert Paragraph((Sentence(whole.named()),)) not in said


def test_a_table_of_differences_has_the_lines_that_the_person_wrote() -> None:
    assert PLACES["[differences]"](filing_of(old_record()), WORDING) == []
    changed = (
        old_record()
        .say("trouble", "wrong")
        .say("differences", (Difference("金额", "五千", "三千"),))
    )
    [table] = PLACES["[differences]"](filing_of(changed), WORDING)
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == ["金额"]


def test_headings_are_numbered_and_an_empty_one_is_left_out() -> None:
    headings = [each for each in letter_of(old_record()).blocks if isinstance(each, Heading)]
    assert [each.text for each in headings] == ["申请人", "异议事项", "理由", "请求"]
    assert [each.number for each in headings] == ["一、", "二、", "三、", "四、"]


def test_each_sentence_names_the_answers_that_support_it() -> None:
    known = set(KIND.questions)
    for sentence in sentences_of(letter_of(old_record().say("story", "一句话。"))):
        assert set(sentence.supports) <= known


def test_papers_at_hand_are_numbered_and_the_table_cites_them() -> None:
    file = AttachedFile("f1", 2, "0" * 64, 100)
    answers = old_record().say(
        "materials",
        (
            MaterialAnswer("screenshot", MaterialState.ATTACHED, (file,)),
            MaterialAnswer("identity", MaterialState.WILL_BRING),
        ),
    )
    filing = filing_of(answers)
    assert [(each.number, each.material.id) for each in filing.exhibits] == [
        (None, "identity"),
        (1, "screenshot"),
    ]
    assert filing.rows[0].exhibits == (1,)
    table = [each for each in letter_of(answers).blocks if isinstance(each, Table)][-1]
    assert [cell.text for cell in table.rows[1]] == ["1", "网页截图", "附后"]


def test_a_story_keeps_its_lines() -> None:
    said = [
        each.text for each in sentences_of(letter_of(old_record().say("story", "一。\n\n二。")))
    ]
    assert "一。" in said
    assert "二。" in said


def test_a_reading_copy_says_that_it_is_one() -> None:
    copy = letter_of(old_record(), official=False)
    assert copy.watermark
    assert not letter_of(old_record()).watermark
