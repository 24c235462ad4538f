"""docs/packs.md, followed to the letter, gives a pack that works."""

import re
import shlex
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from filingdesk import resources
from filingdesk.core.ports import NewPack
from filingdesk.packs.catalogues import update_catalogues
from filingdesk.packs.check import prove_packs
from filingdesk.packs.folder import folders_in
from filingdesk.packs.shelf import FolderPacks
from filingdesk.packs.skeleton import begin_pack

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "packs.md").read_text("utf-8")
COMMAND = re.compile(r"^python3 dev\.py run packs new (.*)$", re.MULTILINE)
FILE = re.compile(r"`resources/packs/([^`]+)`\n```toml\n(.*?)```", re.DOTALL)
PLACE = "cn-yunling"
LAW = """\
# 云岭省社会信用条例

第二条 省发展和改革委员会是本省社会信用主管部门。

第五条 认定单位应当自收到异议申请之日起五个工作日内完成核查并书面答复申请人。

第六条 逾期不答复的，申请人可以向省社会信用主管部门投诉。
"""


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """The guide's first two steps, beside the packs and statutes of the program."""
    for place in (resources.packs(), resources.statutes()):
        (tmp_path / place.name).mkdir()
        for each in place.iterdir():
            (tmp_path / place.name / each.name).symlink_to(each)
    packs = tmp_path / "packs"
    (command,) = COMMAND.findall(GUIDE)
    id, _, name, _, statute, _, *articles = shlex.split(command)
    law = tmp_path / "statutes" / Path(statute).name
    law.write_text(LAW, "utf-8")
    new = NewPack(id, name, "cn", str(law), tuple(map(int, articles)))
    begin_pack(new, packs, {each: packs / each for each in folders_in(packs)}, date(2026, 11, 23))
    return packs


def used(file: Path, **written: str) -> dict[str, Any]:
    """The tables of a file when its ready lines are used, with what the author writes."""
    text = re.sub(r"(?m)^#(?=\S)", "", file.read_text("utf-8"))
    for old, new in {"count = 0": written["count"], '["yunling-law"]': written["cited"]}.items():
        text = text.replace(old, new)
    return tomllib.loads(text)


def test_what_the_guide_shows_is_what_the_folder_has_ready(packs: Path) -> None:
    ((name, toml),) = FILE.findall(GUIDE)
    tables = used(packs / name, count="count = 5", cited='["yunling-5"]')
    shown = tomllib.loads(toml)
    assert tables["clock"][: len(shown["clock"])] == shown["clock"]
    assert tables["citations"] == shown["citations"]


def test_with_its_time_limit_only_the_translations_are_left_to_do(packs: Path) -> None:
    ((name, toml),) = FILE.findall(GUIDE)
    (packs / name).write_text(toml, "utf-8")
    law = packs / PLACE / "law" / "credit.toml"
    read, rest = law.read_text("utf-8").split('id = "yunling-2"')
    law.write_text(
        f'{read}id = "yunling-2"{rest.replace("verified = false", "verified = true")}', "utf-8"
    )
    update_catalogues(packs, only=[PLACE])
    report = prove_packs(packs, packs.parent / "statutes", only=[PLACE])
    assert {each.code for each in report.faults} == {"pack-text-untranslated"}

    shelf = FolderPacks(packs)
    assert PLACE in shelf.jurisdictions()
    pack, country = shelf.pack(PLACE), shelf.pack("cn")
    clocks = {each.id: each.count for each in pack.kinds["objection"].clocks}
    assert clocks[f"{PLACE}/objection"] == 5
    assert "cn/objection" not in clocks
    assert pack.kinds["objection"].pages == country.kinds["objection"].pages
