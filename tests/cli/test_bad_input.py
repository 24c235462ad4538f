"""Whatever is handed in: a sentence, exit code 2, and nothing half done stays anywhere."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from filingdesk.desk import Desk
from filingdesk.words.catalogue import LANGUAGES
from tests.cli.shell import Shell, Told, said, told_of
from tests.desk.furnished import example, made_once, open_desk
from tests.permissions import read_only

EXPIRED = example("cn-tianjin/tianjin-expired").read_text("utf-8")
SIGNED = "Signed and kept under {reference}: {path}"
SECRETS = ("吕䶮", "120101198503179010", "13800000000", "䶮记小吃店", "Rumpelstilzchen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person keeps the answers, and wants the PDF."""
    place = tmp_path / "papers"
    place.mkdir()
    return place


@pytest.fixture(scope="module")
def unspoilt(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Path, Desk]]:
    """One store for all that is refused, and a look into it: nothing may ever get there."""
    folder = tmp_path_factory.mktemp("unspoilt") / "desk"
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), folder)
    with open_desk(folder) as desk:
        yield folder, desk


@pytest.fixture
def refuse(
    shell: Shell, unspoilt: tuple[Path, Desk], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Told]:
    """Files the answers, which is refused: with a sentence, and nothing of them stays."""
    home, desk = unspoilt
    monkeypatch.setenv("FILINGDESK_HOME", str(home))

    def refused(answers: Path, *more: str | Path) -> Told:
        before = sorted(folder.iterdir())
        told = shell("file", answers, "-o", folder / "out.pdf", *more, "--json")
        assert (told.code, told.err) == (2, "")
        assert all(each["sentence"] for each in told.json()["problems"])
        _tells_nothing_personal(told)
        assert sorted(folder.iterdir()) == before
        assert desk.doors.store.drafts() == ()
        assert not desk.cases()
        return told

    return refused


def _tells_nothing_personal(told: Told) -> None:
    for stream in (told.out, told.err):
        assert "Traceback" not in stream
        assert [each for each in SECRETS if each in stream] == []


def written(folder: Path, old: str = "", new: str = "", text: str = EXPIRED) -> Path:
    """The Tianjin answers, with something else in one place."""
    assert not old or text.count(old) == 1
    file = folder / "answers.toml"
    file.write_text(text.replace(old, new) if old else text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('trouble = "not_shown"', 'truoble = "not_shown"', "answers-question-unknown"),
        ('trouble = "not_shown"', 'trouble = "not_show"', "answers-choice-unknown"),
        ("format = 1\n", "format = 7\n", "answers-format"),
        ("format = 1\n", "", "answers-key-missing"),
        ('jurisdiction = "cn-tianjin"\nkind', 'jurisdiction = "cn-x"\nkind', None),
        ('state = "will_bring"', 'state = "lost"', "answers-choice-unknown"),
        ('state = "will_bring"', 'state = "attached"', "answers-files-differ"),
    ],
)
def test_a_misspelt_file_is_told_by_its_place(
    old: str, new: str, problem: str | None, folder: Path, refuse: Callable[..., Told]
) -> None:
    told = refuse(written(folder, old, new))
    [(where, code)] = told.problems()
    assert where.startswith("answers.toml")
    assert code == (problem or "answers-choice-unknown")


def test_a_misspelt_question_is_guessed(folder: Path, shell: Shell) -> None:
    told = shell("advise", written(folder, 'trouble = "not', 'truoble = "not'))
    sentence = told_of("answers-question-unknown", meant="trouble")
    assert "“trouble”" in sentence
    assert told.err == f"answers.toml: [answers] truoble: {sentence}\n"


@pytest.mark.parametrize(
    ("old", "new", "where", "problem"),
    [
        ("120101198503179010", "120101198503179011", "id_number", "id-number-check"),
        ("120101198503179010", "120101198502309010", "id_number", "id-number-date"),
        ("120101198503179010", "12010119850317", "id_number", "id-number-shape"),
        ("92120104MA0TEX042W", "92120104MA0TEX0423", "shop_code", "credit-code-check"),
        ("decided_on = 2023-08-24", 'decided_on = "2023-02-30"', "decided_on", "date-not-a-day"),
        ("decided_on = 2023-08-24", "decided_on = 2026-11-23", "decided_on", "date-in-future"),
        ("decided_on = 2023-08-24", "decided_on = 1949-09-30", "decided_on", "date-too-early"),
        ("learned_on = 2026-11-20", "learned_on = 9999-12-31", "learned_on", "date-in-future"),
        ("13800000000", r"138\u00000000", "phone", "answer-control-characters"),
        ("吕䶮", r"吕\u0008䶮", "name", "answer-control-characters"),
        ("吕䶮", "", "name", "answer-missing"),
        ('"吕䶮"', '"   "', "name", "answer-missing"),
        ("13800000000", "Rumpelstilzchen" * 20, "phone", "answer-too-long"),
        ("罚款当年就交清了，店铺一直照常经营。", "我" * 40_000, "story", "answer-too-long"),
    ],
)
def test_an_answer_that_cannot_stand(
    old: str, new: str, where: str, problem: str, folder: Path, refuse: Callable[..., Told]
) -> None:
    assert refuse(written(folder, old, new)).problems() == [(where, problem)]


def test_every_wrong_answer_is_told_at_once(folder: Path, refuse: Callable[..., Told]) -> None:
    text = EXPIRED.replace("120101198503179010", "1").replace("2023-08-24", '"2023-02-30"')
    assert refuse(written(folder, text=text)).problems() == [
        ("decided_on", "date-not-a-day"),
        ("id_number", "id-number-shape"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_words_each_is_a_line(language: str, folder: Path, shell: Shell) -> None:
    text = EXPIRED.replace("120101198503179010", "1").replace("2023-08-24", '"2023-02-30"')
    words = ("file", written(folder, text=text), "-o", folder / "out.pdf")
    told = shell(*words, "--language", language)
    assert (told.code, told.out) == (2, "")
    assert re.fullmatch("decided_on: .+\nid_number: .+\n", told.err)
    _tells_nothing_personal(told)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'trouble = "wrong\n', id="open quote"),
        pytest.param(b"[" * 100_000, id="too deep"),
        pytest.param(b'name = "\x07"\n', id="a bell"),
        pytest.param(b"\xef\xbb\xbf\xef\xbb\xbfformat = 1", id="two byte order marks"),
    ],
)
def test_what_is_no_toml(content: bytes, folder: Path, refuse: Callable[..., Told]) -> None:
    file = folder / "answers.toml"
    file.write_bytes(content)
    [(where, code)] = refuse(file).problems()
    assert where.startswith("answers.toml")
    assert code == "answers-not-toml"


def test_a_day_that_does_not_exist_is_named_as_such_with_its_line(
    folder: Path, refuse: Callable[..., Told]
) -> None:
    text = EXPIRED.replace("decided_on = 2023-08-24", "decided_on = 2023-02-30")
    line = text[: text.index("2023-02-30")].count("\n") + 1
    told = refuse(written(folder, text=text))
    assert told.problems() == [(f"answers.toml:{line}", "date-not-a-day")]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "big5"])
def test_what_is_no_utf8(encoding: str, folder: Path, refuse: Callable[..., Told]) -> None:
    file = folder / "answers.toml"
    file.write_bytes(EXPIRED.replace("䶮", "龑").encode(encoding, "replace"))
    assert refuse(file).problems() == [("answers.toml", "answers-not-utf8")]


def test_an_empty_file(folder: Path, refuse: Callable[..., Told]) -> None:
    file = folder / "answers.toml"
    file.touch()
    assert refuse(file).problems() == [
        (f"answers.toml: {key}", "answers-key-missing")
        for key in ("format", "jurisdiction", "kind")
    ]


def test_a_folder_instead_of_a_file(folder: Path, refuse: Callable[..., Told]) -> None:
    (folder / "answers.toml").mkdir()
    where = str(folder / "answers.toml")
    assert refuse(folder / "answers.toml").problems() == [(where, "file-is-folder")]


def test_a_file_that_is_not_there(folder: Path, refuse: Callable[..., Told]) -> None:
    where = str(folder / "answers.toml")
    assert refuse(folder / "answers.toml").problems() == [(where, "file-not-found")]
    inside = folder / "answers.toml" / "inside.toml"
    assert refuse(inside).problems() == [(str(inside), "file-not-found")]


# ---------------------------------------------------------------- doubtful, and let through


@pytest.mark.parametrize(
    ("old", "new", "where", "doubt"),
    [
        ("120101198503179010", "990101198503179012", "id_number", "id-number-district"),
        ("13800000000", "no telephone", "phone", "phone-odd"),
        ("天津市和平区示例路1号", "å¤©æ´¥å¸‚å’Œå¹³åŒº", "address", "answer-garbled"),
        ("天津市和平区示例路1号", "天津市\ufffd\ufffd区", "address", "answer-garbled"),
        ("天津市和平区示例路1号", "天津市\U000f0000路", "address", "characters-not-printable"),
        ("吕䶮", "吕\ue863", "name", "characters-not-printable"),  # as 䶮 was written before 2005
    ],
)
def test_doubtful_answers_are_told_and_filed(
    old: str, new: str, where: str, doubt: str, folder: Path, shell: Shell
) -> None:
    """Refusing a right objection is worse than passing a doubtful number."""
    answers = written(folder, old, new)
    told = shell("file", answers, "-o", folder / "out.pdf", "--json")
    assert (told.code, told.err) == (0, "")
    warnings = told.json()["warnings"]
    assert (where, doubt) in [(each["where"], each["code"]) for each in warnings]
    assert not any(each["blocks"] for each in warnings)
    assert (folder / "out.pdf").exists()


def test_in_words_a_doubt_is_a_line_beside_the_answer(folder: Path, shell: Shell) -> None:
    answers = written(folder, "13800000000", "no telephone")
    told = shell("file", answers, "-o", folder / "out.pdf")
    assert told.code == 0
    reference = told.out.partition("FD-")[2][:11]
    out = folder / "out.pdf"
    assert told.out.startswith(said(SIGNED, reference=f"FD-{reference}", path=out))
    assert told.err == f"phone: {told_of('phone-odd')}\n"


def test_a_byte_order_mark_does_no_harm(folder: Path, shell: Shell) -> None:
    file = folder / "answers.toml"
    file.write_bytes(EXPIRED.replace("\n", "\r\n").encode("utf-8-sig"))
    assert shell("advise", file).code == 0


def test_what_is_answered_for_nothing_is_told(folder: Path, shell: Shell) -> None:
    text = EXPIRED.replace("[[material]]", 'agent_name = "钱示例"\n\n[[material]]', 1).replace(
        "[expect]", '[[material]]\nid = "authorisation"\nstate = "clerk_saw"\n\n[expect]'
    )
    told = shell("file", written(folder, text=text), "-o", folder / "out.pdf", "--json")
    assert told.code == 0
    unused = [(each["where"], each["code"]) for each in told.json()["warnings"]]
    assert unused == [
        ("agent_name", "answer-not-used"),
        ("materials:authorisation", "answer-not-used"),
    ]


# ---------------------------------------------------------------- papers


def with_paper(folder: Path, *files: str) -> Path:
    said = f'state = "attached"\nfiles = {json.dumps(files)}'
    return written(folder, 'state = "will_bring"', said)


def photo() -> bytes:
    file = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "file-empty"),
        (b"\0\1Rumpelstilzchen\0\xff", "file-kind-not-supported"),
        (b"%PDF-1.7\nRumpelstilzchen", "file-not-readable"),
        (photo()[:300], "file-not-readable"),
    ],
)
def test_a_paper_that_cannot_be_read_is_told_by_its_number(
    content: bytes, problem: str, folder: Path, refuse: Callable[..., Told]
) -> None:
    (folder / "good.jpg").write_bytes(photo())
    (folder / "吕䶮.jpg").write_bytes(content)
    told = refuse(with_paper(folder, "good.jpg", "吕䶮.jpg"))
    assert told.problems() == [("materials:decision 2", problem)]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("吕䶮.jpg", "file-not-found"),
        (".", "file-is-folder"),
        ("answers.toml/x.jpg", "file-not-found"),
        ("吕\0䶮.jpg", "file-not-found"),
        ("吕" * 300, "file-not-accessible"),
    ],
)
def test_a_paper_that_is_not_there(
    name: str, problem: str, folder: Path, refuse: Callable[..., Told]
) -> None:
    assert refuse(with_paper(folder, name)).problems() == [("materials:decision 1", problem)]


def test_a_paper_from_elsewhere_is_not_taken(folder: Path, refuse: Callable[..., Told]) -> None:
    for path in ("../desk/keys.json", "/etc/passwd", "C:\\secrets.jpg"):
        [(where, code)] = refuse(with_paper(folder, path)).problems()
        assert (where, code) == ("answers.toml: [[material]] 3 files", "answers-file-outside")


def test_a_required_paper_of_which_nothing_is_said(
    folder: Path, refuse: Callable[..., Told]
) -> None:
    answers = written(folder, '[[material]]\nid = "record-page"\nstate = "clerk_saw"\n')
    assert refuse(answers).problems() == [("materials:record-page", "answers-material-missing")]


# ---------------------------------------------------------------- where it is to be written


def test_a_folder_that_is_not_there(folder: Path, shell: Shell, home: Path) -> None:
    out = folder / "nowhere" / "out.pdf"
    told = shell("file", written(folder), "-o", out, "--json")
    assert (told.code, told.problems()) == (2, [(str(out), "folder-not-found")])
    nothing_was_signed(home)


def test_a_folder_under_the_name_of_the_pdf(folder: Path, shell: Shell, home: Path) -> None:
    told = shell("file", written(folder), "-o", folder, "--json")
    assert (told.code, told.problems()) == (2, [(str(folder), "file-is-folder")])
    nothing_was_signed(home)


def test_a_folder_that_may_only_be_read(folder: Path, shell: Shell, home: Path) -> None:
    shelf = folder / "shelf"
    shelf.mkdir()
    out = shelf / "out.pdf"
    with read_only(shelf):
        told = shell("file", written(folder), "-o", out, "--json")
    assert (told.code, told.problems()) == (2, [(str(out), "file-not-writable")])
    nothing_was_signed(home)


def nothing_was_signed(home: Path) -> None:
    with open_desk(home) as desk:
        assert not desk.cases()
        assert desk.doors.store.drafts() == ()


def test_a_full_disk_does_not_lose_what_was_signed(folder: Path, shell: Shell, home: Path) -> None:
    told = shell("file", written(folder), "-o", "/dev/full", "--json")
    assert told.code == 2
    assert told.problems() == [("/dev/full", "disk-full"), ("/dev/full", "pdf-not-written")]
    with open_desk(home) as desk:
        [case] = desk.cases()
        assert desk.doors.store.drafts() == ()
    assert case.case.reference in told.json()["problems"][1]["sentence"]
    shown = shell("cases", "show", case.case.reference, "-o", folder / "out.pdf")
    assert shown.code == 0
    assert (folder / "out.pdf").read_bytes().startswith(b"%PDF-")
    assert os.stat("/dev/full").st_size == 0


# ---------------------------------------------------------------- PDFs and keys of others


@pytest.mark.parametrize("content", [b"", b"Rumpelstilzchen", b"%PDF-1.7\n%%EOF", photo()])
def test_what_is_no_pdf(content: bytes, folder: Path, shell: Shell) -> None:
    file = folder / "file.pdf"
    file.write_bytes(content)
    for words in (("verify", file), ("extract", file, "-d", folder / "inside")):
        told = shell(*words, "--json")
        assert (told.code, told.err) == (2, "")
        assert [code for _, code in told.problems()] == ["pdf-not-readable"]
    assert not (folder / "inside").exists()


def test_a_folder_is_no_pdf(folder: Path, shell: Shell) -> None:
    told = shell("verify", folder, "--json")
    assert (told.code, told.problems()) == (2, [(str(folder), "file-is-folder")])


def test_a_certificate_that_is_none(folder: Path, shell: Shell) -> None:
    shell("file", written(folder), "-o", folder / "out.pdf")
    told = shell("verify", folder / "out.pdf", "--trust", folder / "answers.toml", "--json")
    assert told.code == 2
    assert [code for _, code in told.problems()] == ["certificate-not-readable"]
