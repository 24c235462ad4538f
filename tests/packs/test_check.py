"""Every fault that a clerk can make in a pack is found: what, in which file, on which line."""

from dataclasses import dataclass

import pytest

from filingdesk.core.pack import WINDOW_PAGES
from filingdesk.packs.compiled import content_key
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence
from tests.packs.conftest import World

HEAD = "hai/pack.toml"
LAW = "hai/law/credit.toml"
KIND = "hai/kinds/objection.toml"
LETTER = "hai/templates/objection.txt"
EXAMPLE = "hai/examples/objection.toml"
ISLAND = "hai-dao/pack.toml"
ISLAND_LAW = "hai-dao/law/credit.toml"
ISLAND_KIND = "hai-dao/kinds/objection.toml"
ISLAND_EXAMPLE = "hai-dao/examples/wrong.toml"

IS_WRONG = '{ question = "trouble", equals = "wrong" }'
IS_RIGHT = '{ question = "trouble", equals = "right" }'
RECORD_PAGE = 'id = "record"\nsection'


@dataclass(frozen=True)
class Planted:
    """`old` gives way to `new` in a file; then `code` is told of that line, or of the line `at`.

    `meant` is what the fault proposes instead.
    """

    file: str
    old: str
    new: str
    code: str
    meant: str = ""
    at: str = ""

    def __str__(self) -> str:
        return f"{self.code}: {self.new.strip()[:40]}"


SHAPE = [
    Planted(KIND, 'name = "信用信息异议申请"', "name = 信用", "pack-not-toml"),
    Planted(HEAD, "as_of =", "as_off = true\nas_of =", "pack-key-unknown", "as_of"),
    Planted(ISLAND_KIND, "help = ", "hlep = ", "pack-key-unknown", "help"),
    Planted(KIND, 'old", text = ', 'old", txet = ', "pack-key-unknown", "text"),
    Planted(KIND, 'equals = "right"', 'equal = "right"', "pack-key-unknown", "equals"),
    Planted(LAW, "since =", "sinse =", "pack-key-unknown", "since"),
    Planted(HEAD, "until =", "untill =", "pack-key-unknown", "until"),
    Planted(KIND, 'title = "核对"\n', "", "pack-key-missing", at='[[page]]\nid = "check"'),
    Planted(HEAD, 'id = "hai-planning"\n', "", "pack-key-missing", at="[[authority]]\nname"),
    Planted(LAW, 'unit = "year"', 'unit = "yaer"', "pack-value-unknown", "year"),
    Planted(HEAD, '["supervising"]', '["supervisor"]', "pack-value-unknown", "supervising"),
    Planted(LAW, "count = 3", 'count = "three"', "pack-wrong-type"),
    Planted(KIND, '["trouble"]', '"trouble"', "pack-wrong-type"),
    Planted(KIND, 'proves = ["wrong"]', 'proves = [["wrong"]]', "pack-wrong-type"),
    Planted(KIND, 'proves = ["wrong"]', "proves = 1", "pack-wrong-type"),
    Planted(ISLAND, 'name = "海岛省"', "name = 2026.1", "pack-wrong-type"),
    Planted(KIND, '[[clock]]\nid = "hai/answer"', "[clock]", "pack-wrong-type"),
    Planted(KIND, "[[clock]]", "[[authority]]", "pack-table-misplaced"),
    Planted(KIND, "count = 10\n", "", "pack-count-refused", at='[[clock]]\nid = "hai/answer"'),
    Planted(KIND, "count = 10", "count = 0", "pack-count-refused"),
    Planted(
        KIND,
        "[[clock]]",
        '[[section]]\nid = "record"\ntext = "又一次"\n\n[[clock]]',
        "pack-id-twice",
        at='id = "record"\ntext = "又一次"',
    ),
    Planted(
        KIND,
        '    { id = "right"',
        '    { id = "old", text = "又一次" },\n    { id = "right"',
        "pack-id-twice",
    ),
    Planted(HEAD, 'id = "hai"\n', 'id = "hay"\n', "pack-id-differs"),
    Planted(ISLAND, 'parent = "hai"', 'parent = "hay"', "pack-parent-unknown"),
]

NAMES = [
    Planted(KIND, '"objection"', '"objektion"', "pack-template-unknown"),
    Planted(LAW, '["hai-credit-8"]', '["hai-kredit-8"]', "pack-citation-unknown", "hai-credit-8"),
    Planted(
        KIND, '["hai-credit-9"] },', '["hai-kredit"] },', "pack-citation-unknown", "hai-credit-9"
    ),
    Planted(HEAD, 'successor = "hai-', 'successor = "hi-', "pack-authority-unknown"),
    Planted(LAW, '"published_on"', '"publisht_on"', "pack-question-unknown", "published_on"),
    Planted(LAW, '"published_on"', '"name"', "pack-start-not-a-date"),
    Planted(
        KIND,
        'section = "applicant"\ntitle = "核',
        'section = "x"\ntitle = "核',
        "pack-section-unknown",
    ),
    Planted(KIND, 'proves = ["wrong"]', 'proves = ["rong"]', "pack-ground-unknown", "wrong"),
    Planted(ISLAND_KIND, '"hai/answer"', '"hai-reply"', "pack-clock-unknown"),
    Planted(ISLAND_KIND, 'id = "hai-dao/review"', 'id = "review"', "pack-clock-prefix"),
    Planted(KIND, "intro = ", "# intro = ", "pack-intro-missing", at='shows = "elsewhere"'),
    Planted(KIND, IS_RIGHT, IS_RIGHT.replace("right", "rihgt"), "pack-choice-unknown", "right"),
    Planted(KIND, 'equals = "right"', 'one_of = ["right", "?"]', "pack-choice-unknown"),
    Planted(KIND, 'equals = "expired"', 'equals = "expird"', "pack-choice-unknown", "expired"),
    Planted(KIND, 'fact = "display"', 'fact = "displays"', "pack-fact-unknown", "display"),
    Planted(KIND, IS_RIGHT, '{ fact = "minor", equals = "no" }', "pack-fact-unknown"),
    Planted(KIND, IS_RIGHT, '{ question = "trouble" }', "pack-condition-unclear"),
    Planted(
        KIND,
        f"supported = [[{IS_WRONG}]]",
        'supported = [[{ question = "truble", equals = "wrong" }]]',
        "pack-question-unknown",
        "trouble",
    ),
    Planted(KIND, "{published_on}公", "{publisht_on}公", "pack-place-unknown", "published_on"),
    Planted(KIND, "{published_on}公", "{published_on公", "pack-place-broken"),
    Planted(KIND, "{published_on}公", "{published_on!r}公", "pack-place-broken"),
    Planted(LETTER, "{today}", "{todaz}", "pack-place-unknown", "today"),
    Planted(LETTER, "name]", "nmae]", "pack-question-unknown", "name"),
    Planted(LETTER, "[story]", "[stroy]", "pack-block-unknown", "[story]"),
    Planted(KIND, 'type = "name"', 'type = "choice"', "pack-choices-differ"),
    Planted(KIND, f"supported = [[{IS_WRONG}]]", "supported = []", "pack-ground-idle"),
]

WAYS = [
    Planted(KIND, '{ to = "record" }', '{ to = "rekord" }', "page-unknown"),
    Planted(KIND, '["trouble"]', '["truble"]', "question-unknown"),
    Planted(KIND, '["name", "story"', '["name", "trouble", "story"', "question-twice"),
    Planted(KIND, 'next = [{ to = "check" }]\n', "", "dead-end", at='[[page]]\nid = "papers"'),
    Planted(
        KIND,
        '[{ to = "check" }]',
        '[{ to = "record", when = [{ question = "story", answered = false }] }, { to = "check" }]',
        "cycle",
        at=RECORD_PAGE,
    ),
    Planted(KIND, '{ to = "record" }', '{ to = "applicant" }', "page-unreachable", at=RECORD_PAGE),
    Planted(KIND, ', "story"]', "]", "pack-question-unasked", at='id = "story"'),
    Planted(
        KIND,
        '[{ to = "check" }]',
        '[{ to = "rest" }]\n\n[[page]]\nid = "rest"\nsection = "record"\ntitle = "这条记录"\n'
        'next = [{ to = "check" }]',
        "pack-page-empty",
        at='[[page]]\nid = "rest"',
    ),
    Planted(KIND, IS_RIGHT, '{ question = "name", answered = true }', "pack-condition-too-early"),
]

SOURCES = [
    Planted(LAW, "展示期限为三年", "展示期限为五年", "pack-quote-not-found"),
    Planted(LAW, "第十条", "第十一条", "pack-article-differs"),
    Planted(LAW, "第八条第一款", "第八十条", "pack-article-differs"),
    Planted(ISLAND_LAW, "信用条例-2022", "信用条例-2023", "pack-statute-unknown"),
    Planted(ISLAND_LAW, "statute =", "# statute =", "pack-quote-without-statute", at="quote ="),
    Planted(
        ISLAND_LAW,
        '"第五条"\nquote = "提供单位应当在三个工作日内核查异议"',
        '"第六条"',
        "pack-article-unknown",
    ),
    Planted(
        ISLAND_LAW,
        'quote = "提供单位应当在三个工作日内核查异议"\nstatute = "海国海岛省信用条例-2022"\n',
        "",
        "pack-citation-without-source",
        at="verified = true",
    ),
    Planted(
        ISLAND,
        'citations = ["hai-dao-credit-5"]\nverified = true',
        "citations = []\nverified = false",
        "pack-authority-without-source",
        at='id = "hai-dao-market"',
    ),
    Planted(
        ISLAND,
        "verified = true",
        'verified = false\ncontact = "0000-1234567"',
        "pack-contact-unverified",
        at="contact",
    ),
    Planted(
        ISLAND_KIND,
        'citations = ["hai-dao-credit-5"]\n',
        "",
        "pack-verified-without-source",
        at="verified = true",
    ),
    Planted(
        ISLAND_KIND,
        'name = "复核期限"',
        'name = "复核期限"\ncount = 5',
        "pack-count-unverified",
        at="count = 5",
    ),
    Planted(
        HEAD,
        "until = 2018-03-31",
        "since = 2019-01-01\nuntil = 2018-03-31",
        "pack-effect-backwards",
        at="until",
    ),
    Planted(
        LAW,
        "[[display_rule]]",
        '[[display_rule]]\nid = "hai-display-2010"\nname = "旧期限"\nregime = "hai"\n'
        'start = "published_on"\ncount = 5\nunit = "year"\nuntil = 2020-01-01\n'
        'citations = ["hai-credit-8"]\nverified = true\n\n[[display_rule]]',
        "pack-effects-overlap",
        at="since = 2020-01-01",
    ),
]

EXAMPLES = [
    Planted(ISLAND_EXAMPLE, "decision.txt", "decision.pdf", "pack-example-file-missing"),
    Planted(EXAMPLE, '"hai"', '"hai-dao"', "pack-example-elsewhere"),
    Planted(EXAMPLE, "trouble = ", "truble = ", "answers-question-unknown", "trouble"),
]


def told(world: World) -> list[tuple[str, str]]:
    """Where and what, but for the translations that a changed text lacks."""
    return [
        (each.where, each.code) for each in world.check() if not each.code.startswith("pack-text-")
    ]


def test_the_fiction_is_faultless(world: World) -> None:
    assert world.check() == ()


@pytest.mark.parametrize("planted", SHAPE + NAMES + WAYS + SOURCES, ids=str)
def test_a_fault_is_told_once_with_its_line(world: World, planted: Planted) -> None:
    line = world.change(planted.file, planted.old, planted.new)
    if planted.at:
        line = world.line_of(planted.file, planted.at)
    faults = [each for each in world.check() if not each.code.startswith("pack-text-")]
    assert [(each.where, each.code) for each in faults] == [
        (f"{planted.file}:{line}", planted.code)
    ]
    assert planted.meant in faults[0].facts.get("meant", "")
    assert sentence(faults[0], Words("en"))


def test_a_pack_is_looked_at_while_an_editor_has_its_files_open(world: World) -> None:
    """Vim keeps a swap file beside each, Emacs a link that leads nowhere."""
    for kind in ("kinds", "law", "scenarios", "examples"):
        folder = world.packs / "hai-dao" / kind
        folder.mkdir(exist_ok=True)
        (folder / ".open.toml.swp").write_bytes(b"\xff")
        (folder / ".#open.toml").symlink_to("author@desk.4711:1764000000")
    assert world.check() == ()
    assert content_key(world.packs)


def test_a_statute_in_another_encoding_is_told(world: World) -> None:
    """An older Windows saves a Chinese text in its own encoding."""
    (statute, *_) = sorted(world.statutes.glob("*.md"))
    statute.write_bytes(statute.read_text("utf-8").encode("gb18030"))
    assert (f"statutes/{statute.name}", "pack-not-utf8") in told(world)


def test_a_byte_order_mark_does_no_harm(world: World) -> None:
    for file in (*world.packs.glob("*/**/*.t[ox][mt]*"), *world.statutes.glob("*.md")):
        if file.is_file():
            file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert world.check() == ()


@pytest.mark.parametrize("value", ["1" * 9000, "[" * 9000])
def test_a_file_that_nobody_can_read_to_its_end(world: World, value: str) -> None:
    end = world.add(LAW, f"\nmore = {value}") + 1
    assert (f"{LAW}:{end}", "pack-not-toml") in told(world)


def test_a_page_that_asks_for_papers_asks_nothing_else(world: World) -> None:
    world.change(KIND, '"story"]', '"story", "materials"]')
    world.change(KIND, '{ to = "papers" }', '{ to = "check" }')
    start = world.line_of(KIND, '[[page]]\nid = "papers"')
    papers = (world.packs / KIND).read_text(encoding="utf-8").split("\n")[start - 1 : start + 6]
    world.change(KIND, "\n".join(papers), "")
    line = world.line_of(KIND, '"story", "materials"]')

    (fault,) = [each for each in world.check() if not each.code.startswith("pack-text-")]

    assert (fault.where, fault.code) == (f"{KIND}:{line}", "pack-materials-not-alone")
    assert "“materials” a page of its own" in sentence(fault, Words("en"))


@pytest.mark.parametrize("name", sorted(WINDOW_PAGES))
def test_a_page_called_like_one_of_the_windows_own_would_never_be_shown(
    world: World, name: str
) -> None:
    world.change(KIND, '{ to = "papers" }', f'{{ to = "{name}" }}')
    line = world.change(KIND, 'id = "papers"', f'id = "{name}"')

    (fault,) = [each for each in world.check() if not each.code.startswith("pack-text-")]

    assert (fault.where, fault.code) == (f"{KIND}:{line}", "pack-page-reserved")
    assert f"“{name}”" in sentence(fault, Words("en"))


def test_lines_whose_table_is_still_commented_out_are_told_once(world: World) -> None:
    line = world.add(
        ISLAND_LAW.replace("credit", "more"), '#[[citation]]\nid = "x"\nlaw = "海国法"\n'
    )
    (fault,) = world.check()
    assert (fault.where, fault.code) == (f"hai-dao/law/more.toml:{line + 1}", "pack-table-unnamed")


def test_what_is_verified_by_what_nobody_verified_is_told_by_its_id(world: World) -> None:
    table = '[[citation]]\nid = "heard"\nlaw = "海国海岛省信用条例"\nas_of = 2026-11-01\n'
    world.add(ISLAND_LAW, f"\n{table}")
    world.change(ISLAND_KIND, 'citations = ["hai-dao-credit-5"]', 'citations = ["heard"]')
    (fault,) = (each for each in world.check() if not each.code.startswith("pack-text-"))
    assert fault.code == "pack-verified-by-unverified"
    assert fault.facts["cited"] == "heard"


def test_a_number_that_the_quoted_words_do_not_hold_is_noted(world: World) -> None:
    assert not [each for each in world.prove().notes if each.code == "pack-count-not-quoted"]
    line = world.change(ISLAND_KIND, "count = 3", "count = 4")
    (note,) = (each for each in world.prove().notes if each.code == "pack-count-not-quoted")
    assert (note.where, note.facts["number"]) == (f"{ISLAND_KIND}:{line}", "4")
    assert not note.blocks


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (HEAD, '[[authority]]\nid = "hai-planning"', '[[autority]]\nid = "hai-planning"'),
        (LAW, "[[display_rule]]", "[[display_rules]]"),
        (KIND, "[[clock]]", "[[clocks]]"),
    ],
)
def test_a_misspelt_table_is_told(world: World, file: str, old: str, new: str) -> None:
    line = world.change(file, old, new)
    assert (f"{file}:{line}", "pack-key-unknown") in told(world)


def test_everything_is_told_at_once_and_a_parents_fault_only_once(world: World) -> None:
    quote = world.change(LAW, "为三年", "为五年")
    key = world.change(
        KIND,
        'optional = true\n\n[[question]]\nid = "mat',
        'optonal = true\n\n[[question]]\nid = "mat',
    )
    place = world.change(LETTER, "{today}", "{todaz}")
    parent = world.change(ISLAND_KIND, 'replaces = "hai/answer"', 'replaces = "hai/anser"')
    assert sorted(told(world)) == sorted(
        [
            (f"{LAW}:{quote}", "pack-quote-not-found"),
            (f"{KIND}:{key}", "pack-key-unknown"),
            (f"{LETTER}:{place}", "pack-place-unknown"),
            (f"{ISLAND_KIND}:{parent}", "pack-clock-unknown"),
        ]
    )


def test_parents_that_go_round_in_a_circle(world: World) -> None:
    world.change(HEAD, "as_of =", 'parent = "hai-dao"\nas_of =')
    assert sorted(told(world)) == [
        (f"{ISLAND}:{world.line_of(ISLAND, 'parent')}", "pack-parent-circle"),
        (f"{HEAD}:{world.line_of(HEAD, 'parent')}", "pack-parent-circle"),
    ]


def test_a_file_that_is_not_utf8(world: World) -> None:
    law = world.packs / ISLAND_LAW
    law.write_bytes(law.read_text(encoding="utf-8").encode("gb18030"))
    assert told(world) == [(ISLAND_LAW, "pack-not-utf8")]


def test_a_file_in_the_wrong_folder_is_not_missed_silently(world: World) -> None:
    world.add("hai-dao/template/objection.txt", "# 申请书\n")
    assert told(world) == [("hai-dao/template/objection.txt", "pack-file-unread")]


def test_white_space_does_not_make_another_quotation(world: World) -> None:
    world.change(LAW, "展示期限为三年，", "展示期限　为三年， ")
    assert told(world) == []


def test_a_quotation_may_run_on_into_the_next_paragraph(world: World) -> None:
    world.change(LAW, "自公示之日起算。", "自公示之日起算。展示期限届满的，应当停止展示。")
    assert told(world) == []


def test_an_example_for_every_kind(world: World) -> None:
    (world.packs / EXAMPLE).unlink()
    assert told(world) == [("hai/examples", "pack-example-missing")]


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "code"),
    [
        (ISLAND_EXAMPLE, "decision.txt", "d.pdf", "", "pack-example-file-missing"),
        (EXAMPLE, 'jurisdiction = "hai"', 'jurisdiction = "hai-dao"', "", "pack-example-elsewhere"),
        (EXAMPLE, "trouble = ", "truble = ", ": [answers] truble", "answers-question-unknown"),
        (EXAMPLE, '"王小明"', '"王小明', ":9", "answers-not-toml"),
    ],
)
def test_an_example_that_does_not_work(
    world: World, file: str, old: str, new: str, where: str, code: str
) -> None:
    world.change(file, old, new)
    assert (f"{file}{where}", code) in told(world)


def test_a_country_nobody_chooses_needs_no_example(world: World) -> None:
    world.change(HEAD, "as_of =", "selectable = false\nas_of =")
    (world.packs / EXAMPLE).unlink()
    assert told(world) == []


def test_no_packs_at_all(world: World) -> None:
    empty = World(world.statutes, world.statutes)
    assert [each.code for each in empty.check()] == ["packs-missing"]
