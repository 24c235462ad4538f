"""What a desk takes, what it refuses, and what it keeps: the packs of others, and its own."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from filingdesk import disk, resources
from filingdesk.core.problem import UserProblem
from filingdesk.packs import archive
from filingdesk.packs.bundle import build, open_bundle, sign
from filingdesk.packs.desk_shelf import DeskShelf
from filingdesk.packs.keys import new_key
from filingdesk.packs.uses import Use, read_uses, write_uses
from filingdesk.words.catalogue import PackWords, Words
from tests.packs.conftest import World
from tests.packs.publishing import DAYS, ISLAND, KIND, Program, Publisher, a_publisher, codes

YEARS = resources.calendars() / "cn"


@pytest.fixture
def publisher(world: World) -> Publisher:
    return a_publisher(world)


@pytest.fixture
def program(translated: Path, tmp_path: Path) -> Program:
    """A desk far from the publisher; it knows the publisher's key."""
    shutil.copytree(translated, tmp_path / "program")
    brought = World(tmp_path / "program" / "packs", tmp_path / "program" / "statutes")
    return Program(brought, YEARS, tmp_path / "desk")


@pytest.fixture
def desk(program: Program, publisher: Publisher) -> Program:
    program.installed().trust(publisher.key.public)
    return program


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(UserProblem) as told:
        act()
    return codes(told.value)


def untouched(desk: Program) -> bool:
    """Nothing is in use but what the program brings, and nothing half lies about."""
    packs = desk.home / "packs"
    assert [each.name for each in packs.rglob(f"{disk.UNFINISHED}*")] == []
    return desk.days() == 3 and not (packs / "current.json").exists()


# -------------------------------------------------------------------- whose pack it is


def test_a_signed_pack_of_a_known_key_is_used_from_then_on(
    desk: Program, publisher: Publisher
) -> None:
    found = desk.installed().install(publisher.signed("2026.2.0", days=5))
    assert (found.version, found.is_shipped, found.signer) == ("2026.2.0", False, publisher.key.id)
    assert (desk.version(), desk.days()) == ("2026.2.0", 5)
    assert (desk.version("hai"), ISLAND in desk.shelf().jurisdictions()) == ("2026.1.0", True)
    assert desk.shelf().pack(ISLAND).versions == ((ISLAND, "2026.2.0"), ("hai", "2026.1.0"))


def test_an_unsigned_pack_is_refused_unless_allowed(desk: Program, publisher: Publisher) -> None:
    bundle = publisher.bundle("2026.2.0", days=5)
    assert refused(lambda: desk.installed().install(bundle)) == ["bundle-unsigned"]
    assert untouched(desk)
    found = desk.installed().install(bundle, allow_unsigned=True)
    assert (found.signer, desk.days()) == ("", 5)


def test_a_strangers_key_is_refused_until_it_is_known(desk: Program, publisher: Publisher) -> None:
    stranger = replace(publisher, key=new_key())
    bundle = stranger.signed("2026.2.0", days=5)
    install = partial(desk.installed().install, bundle)
    assert refused(install) == ["bundle-signer-unknown"]
    assert refused(partial(install, allow_unsigned=True)) == ["bundle-signer-unknown"]
    assert untouched(desk)
    assert desk.installed().trust(stranger.key.public) == stranger.key.id
    assert desk.installed().install(bundle).signer == stranger.key.id


def test_a_key_that_only_has_the_name_of_a_known_one(desk: Program, publisher: Publisher) -> None:
    """The short name is 64 bits: somebody may find another key that has it."""
    stranger = replace(publisher, key=new_key())
    trusted = desk.home / "packs" / "trusted"
    (trusted / f"{publisher.key.id}.pem").rename(trusted / f"{stranger.key.id}.pem")
    bundle = stranger.signed("2026.2.0")
    assert refused(lambda: desk.installed().install(bundle)) == ["bundle-signer-unknown"]


def test_a_pack_that_was_changed_on_its_way(desk: Program, publisher: Publisher) -> None:
    signed = publisher.signed("2026.2.0", days=5)
    files = archive.contents(signed)
    content = files[KIND]
    changed = archive.written(files | {KIND: content.replace(b"count = 5", b"count = 9")})
    assert refused(lambda: desk.installed().install(changed)) == ["bundle-file-changed"]
    other = open_bundle(publisher.bundle("2026.2.0", days=9))
    resealed = archive.written(
        {**files, **other.files, "manifest.json": other.sealed}  # the signature of five days
    )
    assert refused(lambda: desk.installed().install(resealed)) == ["bundle-signature-broken"]
    assert untouched(desk)


# -------------------------------------------------------------------- which version it is


def test_an_older_pack_is_refused_unless_allowed(desk: Program, publisher: Publisher) -> None:
    desk.installed().install(publisher.signed("2026.10.0", days=5))
    older = publisher.signed("2026.9.0", days=4)
    assert refused(lambda: desk.installed().install(older)) == ["pack-older"]
    assert desk.days() == 5
    desk.installed().install(older, allow_older=True)
    assert (desk.version(), desk.days()) == ("2026.9.0", 4)


def test_older_than_what_the_program_brings(desk: Program, publisher: Publisher) -> None:
    older = publisher.signed("2025.12.0", days=4)
    assert refused(lambda: desk.installed().install(older)) == ["pack-older"]
    desk.installed().install(older, allow_older=True)
    assert (desk.version(), desk.days()) == ("2025.12.0", 4)


def test_one_version_never_has_two_contents(desk: Program, publisher: Publisher) -> None:
    desk.installed().install(publisher.signed("2026.2.0", days=5))
    again = desk.installed().install(publisher.signed("2026.2.0", days=5))
    assert again.version == "2026.2.0"
    for version in ("2026.2.0", "2026.1.0"):
        install = partial(desk.installed().install, publisher.signed(version, days=7))
        assert refused(partial(install, allow_older=True)) == ["pack-version-taken"]
    assert desk.days() == 5
    assert refused_to_go_further_back(desk)


def refused_to_go_further_back(desk: Program) -> bool:
    """What was installed twice is gone back from once."""
    desk.installed().roll_back(ISLAND)
    return refused(lambda: desk.installed().roll_back(ISLAND)) == ["pack-never-changed"]


def test_a_program_that_brings_a_newer_one_wins_again(desk: Program, publisher: Publisher) -> None:
    desk.installed().install(publisher.signed("2026.2.0", days=5))
    desk.world.change(KIND, DAYS, "count = 6\n")
    assert desk.days() == 5
    desk.world.change(f"{ISLAND}/pack.toml", '"2026.1.0"', '"2026.3.0"')
    assert (desk.version(), desk.days()) == ("2026.3.0", 6)
    [used] = [each for each in desk.installed().in_use() if each.id == ISLAND]
    assert used.is_shipped


def test_a_new_place(desk: Program, publisher: Publisher) -> None:
    """A pack that the program does not bring, and that goes away again."""
    shutil.rmtree(desk.world.packs / ISLAND)
    assert ISLAND not in desk.shelf().jurisdictions()
    desk.installed().install(publisher.signed("2026.2.0", days=5))
    order = list(desk.shelf().jurisdictions())
    assert order.index(ISLAND) < order.index("hai")
    assert desk.days() == 5
    assert desk.installed().roll_back(ISLAND) is None
    assert ISLAND not in desk.shelf().jurisdictions()
    assert refused(lambda: desk.shelf().pack(ISLAND)) == ["jurisdiction-unknown"]
    assert desk.shelf().pack(ISLAND, ((ISLAND, "2026.2.0"), ("hai", "2026.1.0")))


# -------------------------------------------------------------------- what is wrong in it


def test_a_pack_with_a_fault_is_refused_with_file_and_line(
    desk: Program, publisher: Publisher
) -> None:
    line = publisher.world.change(f"{ISLAND}/law/credit.toml", "三个工作日", "三十个工作日")
    bundle = publisher.signed("2026.2.0")
    with pytest.raises(UserProblem) as told:
        desk.installed().install(bundle)
    assert [(each.where, each.code) for each in told.value.problems] == [
        (f"{ISLAND}/law/credit.toml:{line}", "pack-quote-not-found")
    ]
    assert untouched(desk)


def test_a_pack_cannot_bring_its_own_wording_of_a_statute_that_is_known(
    desk: Program, publisher: Publisher
) -> None:
    publisher.world.change(f"{ISLAND}/law/credit.toml", "三个工作日", "三十个工作日")
    statute = publisher.world.statutes / "海国海岛省信用条例-2022.md"
    statute.write_text(statute.read_text("utf-8").replace("三个工作日", "三十个工作日"), "utf-8")
    assert publisher.world.check() == ()
    bundle = publisher.signed("2026.2.0")
    assert refused(lambda: desk.installed().install(bundle)) == ["pack-quote-not-found"]


def test_a_country_cannot_take_away_what_its_provinces_need(
    desk: Program, publisher: Publisher
) -> None:
    publisher.world.change("hai/pack.toml", '"2026.1.0"', '"2026.2.0"')
    publisher.world.change("hai/kinds/objection.toml", '"hai/answer"', '"hai/reply"')
    key = publisher.key.private
    country = sign(open_bundle(build(publisher.world.packs / "hai", publisher.world.statutes)), key)
    with pytest.raises(UserProblem) as told:
        desk.installed().install(country)
    assert f"{ISLAND}/kinds/objection.toml" in {
        each.where.partition(":")[0] for each in told.value.problems
    }
    assert untouched(desk)


def test_without_its_parent_there_is_no_pack(desk: Program, publisher: Publisher) -> None:
    bundle = publisher.signed("2026.2.0")
    for id in (ISLAND, "hai"):
        shutil.rmtree(desk.world.packs / id)
    assert refused(lambda: desk.installed().install(bundle)) == ["pack-parent-missing"]


def test_a_fault_that_the_desk_had_before_keeps_no_pack_out(
    desk: Program, publisher: Publisher
) -> None:
    desk.world.add("hai/template/stray.txt", "")
    assert desk.installed().install(publisher.signed("2026.2.0", days=5)).version == "2026.2.0"


# -------------------------------------------------------------------- back again


def test_back_to_the_version_before_and_the_one_before_that(
    desk: Program, publisher: Publisher
) -> None:
    for version, days in (("2026.2.0", 4), ("2026.3.0", 5)):
        desk.installed().install(publisher.signed(version, days))
    back = desk.installed().roll_back(ISLAND)
    assert back
    assert (back.version, back.is_shipped, desk.days()) == ("2026.2.0", False, 4)
    back = desk.installed().roll_back(ISLAND)
    assert back
    assert (back.version, back.is_shipped, desk.days()) == ("2026.1.0", True, 3)
    assert refused(lambda: desk.installed().roll_back(ISLAND)) == ["pack-never-changed"]
    desk.installed().install(publisher.signed("2026.3.0", days=5))
    assert desk.days() == 5


def test_back_over_a_version_that_is_damaged(desk: Program, publisher: Publisher) -> None:
    for version, days in (("2026.2.0", 4), ("2026.3.0", 5)):
        desk.installed().install(publisher.signed(version, days))
    (desk.home / "packs" / "kept" / ISLAND / "2026.2.0" / KIND).unlink()
    back = desk.installed().roll_back(ISLAND)
    assert back
    assert (back.version, desk.days()) == ("2026.1.0", 3)


def test_a_parent_is_not_taken_from_under_its_child(desk: Program, publisher: Publisher) -> None:
    for id in (ISLAND, "hai"):
        shutil.rmtree(desk.world.packs / id)
    country = build(publisher.world.packs / "hai", publisher.world.statutes)
    desk.installed().install(country, allow_unsigned=True)
    desk.installed().install(publisher.signed("2026.2.0", days=5))
    assert refused(lambda: desk.installed().roll_back("hai")) == ["pack-parent-unknown"]
    assert desk.days() == 5


# -------------------------------------------------------------------- for the cases made under it


def test_an_earlier_version_is_read_as_it_was(desk: Program, publisher: Publisher) -> None:
    desk.installed().install(publisher.signed("2026.2.0", days=4))
    made_under = desk.shelf().pack(ISLAND).versions
    desk.installed().install(publisher.signed("2026.3.0", days=5))
    shelf = desk.shelf()
    assert days_in(shelf, made_under) == 4
    assert shelf.pack(ISLAND, made_under) is shelf.pack(ISLAND, made_under)
    assert desk.days(shelf) == 5


def test_what_the_program_brought_is_kept_for_its_cases(desk: Program) -> None:
    made_under = desk.shelf().pack(ISLAND).versions
    desk.installed().keep(made_under)
    desk.installed().keep(made_under)
    desk.world.change(f"{ISLAND}/pack.toml", '"2026.1.0"', '"2027.1"')
    desk.world.change(KIND, DAYS, "count = 9\n")
    assert desk.days() == 9
    assert days_in(desk.shelf(), made_under) == 3
    shutil.rmtree(desk.world.packs / ISLAND)
    assert days_in(desk.shelf(), made_under) == 3
    kept = desk.home / "packs" / "kept" / ISLAND / "2026.1.0"
    assert not (kept / ISLAND / "examples").exists()


@pytest.mark.parametrize("harm", ["gone", "changed", "half"])
def test_a_kept_version_that_is_lost_or_damaged_is_not_used(desk: Program, harm: str) -> None:
    made_under = desk.shelf().pack(ISLAND).versions
    desk.installed().keep(made_under)
    desk.world.change(f"{ISLAND}/pack.toml", '"2026.1.0"', '"2027.1"')
    kept = desk.home / "packs" / "kept" / ISLAND / "2026.1.0"
    match harm:
        case "gone":
            shutil.rmtree(kept)
        case "changed":
            (kept / KIND).write_text("", "utf-8")
        case "half":
            (kept / "manifest.json").write_bytes(b'{"format"')
    assert refused(lambda: desk.shelf().pack(ISLAND, made_under)) == ["pack-version-missing"]
    assert desk.days() == 3


def test_a_damaged_pack_gives_way_to_that_of_the_program(
    desk: Program, publisher: Publisher
) -> None:
    desk.installed().install(publisher.signed("2026.2.0", days=5))
    (desk.home / "packs" / "kept" / ISLAND / "2026.2.0" / KIND).unlink()
    assert (desk.version(), desk.days()) == ("2026.1.0", 3)
    desk.installed().install(publisher.signed("2026.2.0", days=5))
    assert (desk.version(), desk.days()) == ("2026.2.0", 5)


def test_a_pack_that_a_later_program_refuses_gives_way_too(
    desk: Program, publisher: Publisher
) -> None:
    """The country of a later program lacks what the island of an earlier one names."""
    desk.installed().install(publisher.signed("2026.2.0", days=5))
    desk.world.change("hai/kinds/objection.toml", 'id = "hai/answer"', 'id = "hai/reply"')
    desk.world.change(KIND, 'replaces = "hai/answer"', 'replaces = "hai/reply"')
    assert desk.days() == 3
    shutil.rmtree(desk.world.packs / ISLAND)
    assert ISLAND not in desk.shelf().jurisdictions()


def days_in(shelf: DeskShelf, versions: tuple[tuple[str, str], ...]) -> int | None:
    clocks = shelf.pack(ISLAND, versions).kinds["objection"].clocks
    return next(each.count for each in clocks if each.id == "hai-dao/answer")


def test_its_translations_come_with_it(desk: Program, publisher: Publisher) -> None:
    po = publisher.world.packs / ISLAND / "lang" / "es.po"
    po.write_text(
        po.read_text("utf-8").replace("translated: 核查期限", "plazo de la isla"), "utf-8"
    )
    desk.installed().install(publisher.signed("2026.2.0"))
    lineage = desk.shelf().pack(ISLAND).lineage
    assert PackWords(Words("es"), lineage).text("核查期限") == "plazo de la isla"


# -------------------------------------------------------------------- the disk


def test_a_desk_that_nothing_was_installed_on_writes_nothing(program: Program) -> None:
    assert program.days() == 3
    assert program.installed().in_use()
    assert not program.home.exists()


def test_choices_that_cannot_be_read_are_none(desk: Program, publisher: Publisher) -> None:
    desk.installed().install(publisher.signed("2026.2.0", days=5))
    current = desk.home / "packs" / "current.json"
    for broken in (b"", b"[]", b'{"hai-dao": 1}', b'{"hai-dao": {"version": "../x"}}', b"\xff"):
        current.write_bytes(broken)
        assert desk.days() == 3


def test_choices_are_read_as_they_were_written() -> None:
    uses = {ISLAND: Use("2026.2.0", "2026.1.0", ("", "2026.1.5")), "hai": Use("")}
    assert read_uses(write_uses(uses)) == uses


def test_a_folder_that_cannot_be_written(desk: Program, publisher: Publisher) -> None:
    shutil.rmtree(desk.home)
    desk.home.write_text("a file where the folder should be")
    bundle = publisher.bundle("2026.2.0")
    tried = desk.installed()
    assert refused(lambda: tried.install(bundle, allow_unsigned=True)) == ["packs-not-writable"]


KILLED = """
import sys
from pathlib import Path
from filingdesk.packs.installed import InstalledPacks, Shipped
packs, statutes, home, *bundles = map(Path, sys.argv[1:])
installed = InstalledPacks(Shipped(packs, statutes), home)
contents = [each.read_bytes() for each in bundles]
print("ready", flush=True)
while True:
    for each in contents:
        installed.install(each, allow_unsigned=True, allow_older=True)
"""


def test_killed_at_any_moment_the_desk_has_one_whole_version(
    desk: Program, publisher: Publisher, tmp_path: Path
) -> None:
    bundles = []
    for number in (1, 2):
        bundles.append(tmp_path / f"{number}.fdpack")
        bundles[-1].write_bytes(publisher.bundle(f"2026.2.{number}", days=3 + number))
    where = (desk.world.packs, desk.world.statutes, desk.home / "packs", *bundles)
    kept = desk.home / "packs" / "kept" / ISLAND
    for _ in range(8):
        shutil.rmtree(kept, ignore_errors=True)
        worker = subprocess.Popen(
            [sys.executable, "-c", KILLED, *map(str, where)],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert worker.stdout
        assert worker.stdout.readline() == b"ready\n"
        time.sleep(random.uniform(0, 0.4))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        worker.stdout.close()
        found = desk.version()
        assert desk.days() == {"2026.1.0": 3, "2026.2.1": 4, "2026.2.2": 5}[found]
    desk.installed().install(bundles[1].read_bytes(), allow_unsigned=True, allow_older=True)
    assert desk.days() == 5
    assert [each for each in kept.iterdir() if each.name.startswith(disk.UNFINISHED)] == []
