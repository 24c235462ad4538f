"""docs/packs.md, followed to the letter, gives a pack that works."""

import re
import shutil
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.packs.check import check_packs
from filingdesk.packs.shelf import FolderPacks

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "packs.md"
FILE = re.compile(r"`resources/packs/([^`]+)`\n```toml\n(.*?)```", re.DOTALL)
PLACE = "cn-guangdong-shenzhen"
STATUTE = "深圳经济特区社会信用条例-2023"
FIFTY_ONE = """\
第五十一条 市公共信用机构受理公共信用信息异议申请的，应当自受理异议申请之日起一个工作日内
进行核查，并将核查结果告知申请人。

公共信用信息提供单位应当自受理或者接到公共信用信息异议申请之日起两个工作日内
作出处理，并将处理结果告知申请人。
"""


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    shutil.copytree(resources.packs(), tmp_path / "packs")
    shutil.copytree(resources.statutes(), tmp_path / "statutes")
    (tmp_path / "statutes" / f"{STATUTE}.md").write_text(FIFTY_ONE, encoding="utf-8")
    shutil.rmtree(tmp_path / "packs" / PLACE, ignore_errors=True)  # it is made anew, by the guide
    for name, toml in FILE.findall(GUIDE.read_text(encoding="utf-8")):
        file = tmp_path / "packs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(toml, encoding="utf-8")
    return tmp_path / "packs"


def test_only_the_translations_are_left_to_do(packs: Path) -> None:
    faults = check_packs(packs, packs.parent / "statutes")
    assert {each.code for each in faults if each.where.startswith(f"{PLACE}/")} == {
        "pack-catalogue-missing"
    }


def test_the_place_can_be_chosen_and_has_its_own_time_limits(packs: Path) -> None:
    shelf = FolderPacks(packs)
    assert PLACE in shelf.jurisdictions()
    pack, country = shelf.pack(PLACE), shelf.pack("cn")
    clocks = {each.id: each.count for each in pack.kinds["objection"].clocks}
    assert clocks[f"{PLACE}/check"] == 1
    assert clocks[f"{PLACE}/provider"] == 2
    assert "cn/objection" not in clocks
    assert pack.kinds["objection"].pages == country.kinds["objection"].pages
