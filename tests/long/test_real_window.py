"""The program as a new user meets it: a real window, real clicks and keys, nothing from inside."""

import json
import os
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.long.eyes import Eyes
from tests.long.screen import PROGRAM, Screen
from tests.long.spanish import choice, label, law, material, say, title, written
from tests.long.visitor import Visitor

PASSPHRASE = "the lamp on the third desk"
CENTRE = "天津市和平区政务服务中心"
NAME = "吕䶮"
SHOP = "天津市和平区䶮记小吃店"
STORY = "La multa se pagó ese mismo año y el puesto siguió abierto. ¿Por qué aún se ve? 吕䶮"
HARM = "Pedí un pequeño préstamo y el banco dijo que todavía figura una sanción."
PHONE, NEW_PHONE = "13800000000", "13800000001"
ADDRESS = "天津市和平区示例路1号"
TITLE = "行政处罚决定书"
TYPED = (CENTRE, NAME, SHOP, STORY, HARM, ADDRESS, TITLE, "津市监罚〔〕号")

TODAY = date.today()
_OVER = date(TODAY.year, 9, 10)
PUBLISHED = _OVER.replace(year=TODAY.year - (3 if _OVER < TODAY else 4))
"""So long ago that the three years are over."""


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the picture of every step goes."""
    folder = Path(os.environ.get("FILINGDESK_PICTURES") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    folder = tmp_path / "screen"
    folder.mkdir()
    letters = "".join(each for each in "".join(TYPED) if not each.isascii())
    with Screen(folder, letters) as screen:
        yield screen


@pytest.fixture
def eyes(screen: Screen) -> Iterator[Eyes]:
    with Eyes(screen.environment) as eyes:
        yield eyes


def test_a_spanish_reader_objects_to_a_record_that_is_past_its_time(
    screen: Screen, eyes: Eyes, pictures: Path, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    program = screen.start(PROGRAM, told, FILINGDESK_HOME=str(tmp_path / "desk"))
    clerk = citizen = Visitor(screen, eyes, pictures)
    try:
        sets_up_the_desk(clerk)
        agrees(citizen)
        tells_the_record(citizen)
        hears_the_finding(citizen)
        tells_who_they_are(citizen)
        gives_reasons_and_papers(citizen)
        changes_an_answer_and_comes_back(citizen)
        signs(citizen)
        reference = goes_home(citizen)
        finds_the_case(clerk, reference)
        saves_a_copy(clerk, reference, tmp_path)
        closes_the_program(clerk)
    finally:
        clerk.keeps_picture("the end")
    assert program.wait(20) == 0
    assert "Traceback" not in told.read_text("utf-8")
    is_signed_and_whole(tmp_path / f"{reference}.pdf", tmp_path)


def sets_up_the_desk(clerk: Visitor) -> None:
    """In Spanish, too: the language is chosen before anything else."""
    clerk.waits_for("设置这个服务台", ("heading",))
    clerk.keeps_picture("first start")
    clerk.touches("简体中文", ("push button",))
    clerk.picks_by_key(4)  # 简体中文, 繁體中文, English, Español
    clerk.comes_to(say("Set up this desk"))
    clerk.types(say("Name of the service centre"), CENTRE)
    clerk.types(say("Passphrase"), PASSPHRASE, hidden=True)
    clerk.types(say("The passphrase once more"), PASSPHRASE, hidden=True)
    clerk.touches(say("Set up"))
    clerk.comes_to(say("Write down the recovery code"))
    clerk.chooses(say("I have written the code down"))
    clerk.touches(say("Continue"))


def agrees(citizen: Visitor) -> None:
    citizen.comes_to(say("Is your public credit record wrong?"))
    citizen.touches("Español. ")
    citizen.comes_to(say("What happens with what you type"))
    citizen.chooses(say("I have read this and I agree"))
    citizen.touches(say("I agree, start"))


def tells_the_record(citizen: Visitor) -> None:
    picks(citizen, "trouble", "not_shown")
    picks(citizen, "hidden_how", "too_long")
    citizen.comes_to(title("place"))
    citizen.chooses(law("天津市"))
    citizen.touches(say("Continue"))
    picks(citizen, "subject", "household")
    picks(citizen, "record_kind", "penalty")
    picks(citizen, "sites", "gsxt")
    citizen.comes_to(title("record"))
    citizen.types(label("record_title"), TITLE)
    citizen.types(label("document_number"), f"津市监罚〔{PUBLISHED.year}〕12号")
    citizen.touches(say("Continue"))
    citizen.comes_to(title("decided_by"))
    citizen.chooses(law("天津市市场监督管理委员会"))
    citizen.touches(say("Continue"))
    picks(citizen, "regulator", "market", "regulator_field")
    picks(citizen, "penalty_kind", "fine")
    citizen.comes_to(title("dates"))
    types_day(citizen, label("decided_on"), PUBLISHED - timedelta(17))
    types_day(citizen, label("published_on"), PUBLISHED)
    citizen.touches(say("Continue"))
    citizen.comes_to(title("learned"))
    types_day(citizen, label("learned_on"), TODAY - timedelta(2))
    citizen.touches(say("Continue"))


def hears_the_finding(citizen: Visitor) -> None:
    over = written(PUBLISHED.replace(year=PUBLISHED.year + 3))
    citizen.comes_to(say("This record should have come down on {day}", day=over))
    citizen.touches(say("Continue"))
    office = law("天津市市场监督管理委员会")
    citizen.comes_to(say("Take it to {authority}", authority=office))
    citizen.touches(say("Continue"))


def tells_who_they_are(citizen: Visitor) -> None:
    picks(citizen, "capacity", "citizen")
    citizen.comes_to(title("applicant"))
    citizen.types(label("name"), NAME)
    citizen.touches(say("Continue"))
    citizen.comes_to(title("shop"))
    citizen.types(label("shop_name"), SHOP)
    citizen.types(label("shop_code"), "92120104MA0TEX042W")
    citizen.touches(say("Continue"))
    picks(citizen, "id_type", "id_card")
    citizen.comes_to(title("id_number"))
    citizen.types(label("id_number"), "120101198503179010")
    citizen.touches(say("Continue"))
    citizen.comes_to(title("contact"))
    citizen.types(label("phone"), PHONE)
    citizen.types(label("address"), ADDRESS)
    citizen.touches(say("Continue"))


def gives_reasons_and_papers(citizen: Visitor) -> None:
    citizen.comes_to(title("story"))
    citizen.types(label("story"), STORY)
    citizen.touches(say("Continue"))
    citizen.comes_to(title("harm"))
    citizen.types(label("harm"), HARM)
    citizen.touches(say("Continue"))
    citizen.comes_to(title("materials"))
    citizen.touches(say("A clerk has seen the original"), among=material("identity"))
    confirms_what_they_saw(citizen, material("record-page"))
    citizen.chooses(say("I will bring it later"), among=material("decision"))
    citizen.touches(say("Continue"))


def confirms_what_they_saw(clerk: Visitor, also: str) -> None:
    """Called to the screen, a clerk proves to be one before the letter may say so."""
    here = say("A clerk confirms this here")
    clerk.waits_for(here, ("dialog",))
    clerk.chooses(also, among=here)
    clerk.types(say("Passphrase"), PASSPHRASE, hidden=True)
    clerk.keeps_picture(here)
    clerk.touches(say("Confirm"), among=here)
    for paper in (material("identity"), also):
        clerk.chooses(say("A clerk has seen the original"), among=paper)


def changes_an_answer_and_comes_back(citizen: Visitor) -> None:
    citizen.comes_to(title("check"))
    citizen.reads(STORY)
    citizen.touches(say("Change: {label}", label=law("联系电话")))
    citizen.comes_to(title("contact"))
    citizen.types_over(label("phone"), NEW_PHONE)
    citizen.touches(say("Continue"))
    citizen.comes_to(title("check"))
    citizen.reads(NEW_PHONE)
    citizen.touches(say("Show the pages to be signed"))


def signs(citizen: Visitor) -> None:
    citizen.comes_to(say("These pages will be signed"))
    citizen.reads(say("Page {number} of {count}", number=1, count="").strip())
    citizen.keeps_picture("the pages")
    citizen.chooses(say("A translation to read"))
    first = say("Translation, not signed: page {number} of {count}", number=1, count="")
    citizen.reads(first.strip())
    citizen.keeps_picture("the translation")
    citizen.touches(say("Go on to sign"))
    citizen.comes_to(say("Sign your filing"))
    citizen.chooses(say("I have read the pages, and this is true"))
    citizen.draws_in(say("Your signature"))
    citizen.keeps_picture("signature")
    office = law("天津市市场监督管理委员会")
    citizen.touches(say("Sign the filing for {authority}", authority=office))


def goes_home(citizen: Visitor) -> str:
    """Without a stick there is no copy; the desk keeps the case under the number that it gives."""
    citizen.comes_to(say("Your filing is signed"))
    reference = citizen.waits_for("F D, ", ("heading",)).name.replace(", ", "-").replace(" ", "")
    citizen.touches(say("Save to a stick"))
    citizen.reads(say("There is no USB stick. Please put one in and try again."))
    citizen.keeps_picture("no stick")
    citizen.touches(say("Finish and clear the screen"))
    sure = say("Finish without a copy?")
    citizen.waits_for(sure, ("dialog",))
    citizen.keeps_picture(sure)
    citizen.touches(say("Finish and clear the screen"), among=sure)
    citizen.waits_for("Español. ")
    citizen.keeps_picture("the next person")
    return reference


def finds_the_case(clerk: Visitor, reference: str) -> None:
    clerk.touches("简体中文", ("push button",))
    clerk.picks_by_key(4)
    clerk.comes_to(say("Is your public credit record wrong?"))
    clerk.touches(say("For staff"))
    clerk.comes_to(say("For staff"))
    clerk.types(say("Passphrase"), PASSPHRASE, hidden=True)
    clerk.touches(say("Sign in"))
    clerk.comes_to(say("Today is {day}", day=written(TODAY)))
    clerk.hand.key("Return")  # the one case there is has the focus
    clerk.reads(reference)
    clerk.reads(say("Signed, not handed over yet"))
    clerk.reads(law("申请行政复议的期限"))
    clerk.reads(say("Not verified: ask the window for the time limit."))
    clerk.keeps_picture("the case")


def saves_a_copy(clerk: Visitor, reference: str, folder: Path) -> None:
    clerk.touches(say("See the signed pages"))
    clerk.comes_to(say("The signed pages"))
    clerk.touches(say("Save a copy"))
    where = say("Where shall the copy go?")
    clerk.waits_for(where, ("dialog",))
    clerk.touches(say("Another folder"), among=where)
    clerk.waits_for(say("Choose a folder"), ("dialog", "frame"))
    clerk.keeps_picture("choose a folder")
    clerk.hand.types(str(folder))
    clerk.hand.key("Return")
    clerk.reads(f"{reference}.pdf")
    clerk.keeps_picture("saved")


def closes_the_program(clerk: Visitor) -> None:
    clerk.touches(say("Leave"))
    clerk.picks_by_key(3)  # lock the desk, to the citizens' pages, close the program


def is_signed_and_whole(pdf: Path, folder: Path) -> None:
    """What foreign eyes say of the file that the clerk saved."""
    seal = run("pdfsig", "-nocert", pdf)
    assert "Signature Validation: Signature is Valid." in seal
    assert "Total document signed" in seal
    assert f"CN={CENTRE}" in seal
    pages = "".join(run("pdftotext", "-raw", pdf, "-").split())
    over = PUBLISHED.replace(year=PUBLISHED.year + 3)
    for words in (NAME, SHOP, STORY, HARM, f"已于{over.year}年9月10日届满"):
        assert "".join(words.split()) in pages
    run("pdfdetach", "-saveall", "-o", folder, pdf)
    filing = json.loads((folder / "filing.json").read_text("utf-8"))
    told = {each["question"]: each["text"] for each in filing["said"]}
    assert (told["name"], told["phone"]) == (NAME, NEW_PHONE)
    assert filing["authority"]["id"] == "tj-market"


def run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


# -------------------------------------------------------------------------------- what all do


def picks(citizen: Visitor, page: str, value: str, question: str = "") -> None:
    """A page with one question and cards."""
    citizen.comes_to(title(page))
    citizen.chooses(choice(question or page, value))
    citizen.touches(say("Continue"))


def types_day(citizen: Visitor, question: str, day: date) -> None:
    """A day in three boxes."""
    for part, number in zip(("Year", "Month", "Day"), (day.year, day.month, day.day), strict=True):
        citizen.types(f"{question} {say(part)}", str(number))
