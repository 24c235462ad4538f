"""What a pack can say of a clock, and what it is told where that makes no sense."""

import pytest

from filingdesk.core.clock import Clock, Extension, Trigger, Unit
from filingdesk.packs.shelf import FolderShelf
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence
from tests.packs.conftest import World
from tests.packs.test_calendars import YEARS

KIND = "hai/kinds/objection.toml"
ISLAND = "hai-dao/kinds/objection.toml"
DECISION = """
[[clock]]
id = "hai/decision"
name = "答复期限"
count = 60
unit = "calendar_day"
trigger = "accepted"
owed_by = "agency"
citations = ["hai-credit-10"]
verified = true
start = "published_on"
follows = "hai/answer"
extension = { count = 30, unit = "calendar_day", citations = ["hai-credit-10"] }
suspends = ["suspended", "correction_notice"]
resumes = ["resumed", "supplemented"]
ended_by = ["replied"]
"""


def decision(world: World) -> Clock:
    clocks = FolderShelf(world.packs, YEARS).pack("hai-dao").kinds["objection"].clocks
    return next(each for each in clocks if each.id == "hai/decision")


def test_a_clock_is_read_as_it_is_written(world: World) -> None:
    world.add(KIND, DECISION)
    clock = decision(world)
    # The island has a time limit of its own in place of the one that is followed.
    assert (clock.start, clock.follows) == ("published_on", "hai-dao/answer")
    assert clock.extension == Extension(30, Unit.CALENDAR_DAY, clock.citations)
    assert clock.suspends == (Trigger.SUSPENDED, Trigger.CORRECTION_NOTICE)
    assert clock.resumes == (Trigger.RESUMED, Trigger.SUPPLEMENTED)
    assert (clock.ended_by, clock.deemed) == ((Trigger.REPLIED,), None)
    assert clock.citations[0].law


def test_silence_can_count_as_something(world: World) -> None:
    world.add(KIND, DECISION.replace('start = "published_on"', 'deemed = "replied"'))
    assert decision(world).deemed is Trigger.REPLIED


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("count = 30", "count = 0", "pack-count-refused"),
        ('"suspended", ', '"suspendet", ', "pack-value-unknown"),
        ("extension = { count = 30, ", "extension = { cuont = 30, ", "pack-key-unknown"),
        ('["hai-credit-10"] }', '["hai-credit-99"] }', "pack-citation-unknown"),
        ('follows = "hai/answer"', 'follows = "hai/decision"', "pack-value-contradicts"),
        ('follows = "hai/answer"', 'follows = "hai/anwser"', "pack-clock-not-followed"),
        ('start = "published_on"', 'deemed = "accepted"', "pack-value-contradicts"),
        ('resumes = ["resumed", "supplemented"]\n', "", "pack-value-contradicts"),
    ],
)
def test_what_makes_no_sense_is_told_at_its_line(
    world: World, old: str, new: str, code: str
) -> None:
    assert DECISION.count(old) == 1
    world.add(KIND, DECISION.replace(old, new))
    faults = [each for each in world.check() if not each.code.startswith("pack-text-")]
    assert {each.code for each in faults} == {code}
    assert all(each.where.startswith(f"{KIND}:") for each in faults)
    assert sentence(faults[0], Words("en"))


def test_two_that_would_replace_each_other_are_told_at_the_second(world: World) -> None:
    world.change(ISLAND, 'replaces = "hai/answer"', 'replaces = "hai-dao/review"')
    line = world.change(
        ISLAND, 'name = "复核期限"', 'replaces = "hai-dao/answer"\nname = "复核期限"'
    )
    faults = [each for each in world.check() if not each.code.startswith("pack-text-")]
    assert [(each.where, each.code) for each in faults] == [
        (f"{ISLAND}:{line}", "pack-clock-unknown")
    ]
