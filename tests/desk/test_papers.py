"""Pages are turned, cut, moved, parted and joined; what was kept stays as it came in."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import ExifTags, Image

from filingdesk.core.answers import AttachedFile, MaterialAnswer, MaterialState
from filingdesk.core.ports import Draft
from filingdesk.core.problem import UserProblem
from filingdesk.desk import Desk
from tests.desk.furnished import answers_of, example
from tests.desk.test_materials import photo

PAPER = "identity"


def scan(*colours: str) -> bytes:
    """A TIFF with a page of each colour, twice as wide as high."""
    file = BytesIO()
    first, *rest = (Image.new("RGB", (80, 40), colour) for colour in colours)
    first.save(file, "TIFF", save_all=True, append_images=rest)
    return file.getvalue()


def placed() -> bytes:
    """A photo that says where it was taken."""
    exif, file = Image.Exif(), BytesIO()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:03:02 10:20:30"
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG", exif=exif)
    return file.getvalue()


@pytest.fixture
def draft(desk: Desk) -> Draft:
    """Tianjin, with a scan of three pages: red, lime, blue."""
    whole = desk.draft_of(answers_of(desk, example("cn-tianjin/tianjin-expired")))
    bare = desk.keep(replace(whole, answers=whole.answers.say("materials", "")))
    kept = desk.say_of(bare, MaterialAnswer("record-page", MaterialState.CLERK_SAW))
    return desk.attach(
        kept, PAPER, scan("red", "lime", "blue"), untrusted_name="a/b/扫描\u202e.tif"
    )


def files(desk: Desk, draft: Draft) -> tuple[AttachedFile, ...]:
    return desk.said_of(draft, PAPER).files


def looks(desk: Desk, draft: Draft, number: int = 0) -> list[tuple[str, tuple[int, int]]]:
    """The colour and the size of each page shown."""
    names = {(1, 0, 0): "red", (0, 1, 0): "lime", (0, 0, 1): "blue", (0, 0, 0): "black"}
    found = []
    for jpeg in desk.shown(draft, files(desk, draft)[number]).pages:
        image = Image.open(BytesIO(jpeg))
        value = image.getpixel((5, 5))
        assert isinstance(value, tuple)
        found.append((names[tuple(each // 128 for each in value)], image.size))  # type: ignore[index]
    return found


def test_a_page_is_turned_cut_and_moved_and_all_of_it_can_be_taken_back(
    desk: Desk, draft: Draft
) -> None:
    [file] = files(desk, draft)
    changed = desk.rotate_page(draft, PAPER, file.id, 0)
    changed = desk.crop_page(changed, PAPER, file.id, 2, (0, 0, 500, 1000))
    changed = desk.move_page(changed, PAPER, file.id, 2, 0)
    changed = desk.remove_page(changed, PAPER, file.id, 2)
    assert looks(desk, changed) == [("blue", (40, 40)), ("red", (40, 80))]
    assert files(desk, changed)[0].sha256 == file.sha256
    back = desk.restore_pages(desk.keep(changed), PAPER, file.id)
    assert looks(desk, back) == looks(desk, draft)
    assert desk.doors.store.drafts()[0].answers == changed.answers


def test_a_file_is_parted_and_joined_again(desk: Desk, draft: Draft) -> None:
    [file] = files(desk, draft)
    parted = desk.split_file(draft, PAPER, file.id, 1)
    first, second = files(desk, parted)
    assert [name for name, _ in looks(desk, parted, 0)] == ["red"]
    assert [name for name, _ in looks(desk, parted, 1)] == ["lime", "blue"]
    assert first.sha256 == second.sha256 == file.sha256
    joined = desk.merge_files(parted, PAPER, second.id, first.id)
    assert [name for name, _ in looks(desk, joined)] == ["lime", "blue", "red"]
    without = desk.detach(parted, PAPER, first.id)
    assert [name for name, _ in looks(desk, without)] == ["lime", "blue"]
    desk.detach(without, PAPER, second.id)
    with pytest.raises(UserProblem, match="file-unknown"):
        desk.doors.store.file(draft.id, file.id)


def test_what_cannot_be_done_is_told(desk: Desk, draft: Draft) -> None:
    [file] = files(desk, draft)
    for verb, code in (
        (partial(desk.crop_page, place=0, crop=(0, 0, 10, 1000)), "crop-too-small"),
        (partial(desk.rotate_page, place=9), "page-gone"),
        (partial(desk.split_file, place=0), "split-at-end"),
    ):
        with pytest.raises(UserProblem, match=code):
            verb(draft, PAPER, file.id)
    with pytest.raises(UserProblem, match="file-unknown"):
        desk.rotate_page(draft, PAPER, "nothing", 0)


def test_the_name_is_shown_clean_and_never_leaves(desk: Desk, draft: Draft) -> None:
    assert files(desk, draft)[0].name == "扫描.tif"
    assert "扫描" not in desk.paper(draft).data.decode()


def test_where_a_photo_was_taken_leaves_only_when_it_is_kept(desk: Desk, draft: Draft) -> None:
    draft = desk.attach(draft, PAPER, placed())
    file = files(desk, draft)[1]
    assert file.camera
    for keeps in (False, True):
        chosen = desk.keep_taken(draft, PAPER, file.id, keeps=keeps)
        paper = desk.paper(chosen)
        captions = [getattr(each, "caption", "") for each in paper.document.blocks]
        assert any("2026-03-02 10:20:30" in each for each in captions) == keeps
        assert (b"10:20:30" in paper.data) == keeps


def test_the_original_goes_inside_when_it_is_wanted(desk: Desk, draft: Draft) -> None:
    original = photo("teal")
    draft = desk.attach(draft, PAPER, original, keep_original=True)
    file = files(desk, draft)[1]
    inside = {each.name: each for each in desk.paper(draft).attachments}
    kept = inside["exhibit-01-02-original.png"]
    assert (kept.content, kept.relationship) == (original, "Source")
    assert sha256(kept.content).hexdigest() == file.sha256
    dropped = desk.drop_original(draft, PAPER, file.id)
    assert not [each.name for each in desk.paper(dropped).attachments if "original" in each.name]
    with pytest.raises(UserProblem, match="original-differs"):
        desk.keep_original(dropped, PAPER, file.id, original + b"x")
    again = desk.keep_original(dropped, PAPER, file.id, original)
    assert desk.doors.store.original(draft.id, file.id) == original
    desk.detach(again, PAPER, file.id)
    with pytest.raises(UserProblem, match="file-unknown"):
        desk.doors.store.original(draft.id, file.id)


def test_several_files_come_in_at_once_and_a_bad_one_is_told_by_its_number(
    desk: Desk, draft: Draft
) -> None:
    given: list[tuple[str, Callable[[], bytes]]] = [
        ("a.png", partial(photo, "red")),
        ("b", bytes),
        ("c.png", partial(photo, "blue")),
    ]
    done: list[int] = []
    more, problems = desk.attach_each(draft, PAPER, given, done.append)
    assert [each.name for each in files(desk, more)[1:]] == ["a.png", "c.png"]
    assert [(each.where, each.code) for each in problems] == [("2", "file-empty")]
    assert done == [1, 2, 3]


def test_originals_come_in_with_their_pages_and_one_that_changed_meanwhile_is_told(
    desk: Desk, draft: Draft
) -> None:
    scan, changing = photo("red"), iter([photo("green"), photo("blue")])
    given: list[tuple[str, Callable[[], bytes]]] = [
        ("scan.png", lambda: scan),
        ("changing.png", lambda: next(changing)),
    ]
    more, problems = desk.attach_each(draft, PAPER, given, keep_originals=True)
    assert [(each.where, each.code) for each in problems] == [("2", "original-differs")]
    assert [each.name for each in files(desk, more)[1:]] == ["scan.png"]
    assert [content for _, content in desk.originals(more, files(desk, more)[1])] == [scan]


def test_papers_that_are_too_large_together_are_refused(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("filingdesk.desk.drafting.MOST_MEGABYTES", 0)
    with pytest.raises(UserProblem, match="filing-too-large"):
        desk.attach(draft, PAPER, photo("red"))
    assert len(files(desk, draft)) == 1
