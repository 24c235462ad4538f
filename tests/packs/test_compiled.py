"""The packs that a desk keeps as it read them: at hand in a moment, and never trusted blindly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.packs import compiled
from filingdesk.packs.compiled import content_key, read_compiled, write_compiled
from filingdesk.packs.compiling import compile_apart
from filingdesk.packs.shelf import FolderPacks, FolderShelf
from tests.packs.conftest import World

PACKS = FolderPacks(resources.packs())
YEARS = resources.calendars() / "cn"


def kept_by(world: World, folder: Path) -> Path:
    """The file that a desk leaves behind which has read every pack."""
    shelf = FolderShelf(world.packs, YEARS)
    shelf.keep_compiled(folder)
    for id in shelf.jurisdictions():
        shelf.pack(id)
    return folder / "packs.json"


def test_every_shipped_pack_is_the_same_when_read_again(tmp_path: Path) -> None:
    packs = [PACKS.pack(id) for id in PACKS.jurisdictions()]
    file = tmp_path / "packs.json"
    file.write_bytes(write_compiled(packs, "key"))
    assert read_compiled(file, "key") == tuple(packs)


def test_a_desk_keeps_what_it_read_and_reads_it_no_more(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = kept_by(world, tmp_path / "cache")
    assert file.stat().st_mode & 0o077 == 0
    monkeypatch.setattr("filingdesk.packs.read.read_pack", lambda *_: pytest.fail("read anew"))
    shelf, plain = FolderShelf(world.packs, YEARS), FolderPacks(world.packs)
    shelf.keep_compiled(tmp_path / "cache")
    assert shelf.jurisdictions() == plain.jurisdictions()
    monkeypatch.undo()
    assert [shelf.pack(id) for id in shelf.jurisdictions()] == [
        plain.pack(id) for id in plain.jurisdictions()
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("hai/pack.toml", "海国计划委员会", "海国计划总局"),
        ("hai/law/credit.toml", "三年展示期限", "三年期限"),
        ("hai/templates/objection.txt", "申请日期", "日期"),
        ("shan/triage.toml", 'text = "是哪里的事？"', 'text = "哪里的事？"'),
        ("shan/parts/person.toml", 'name = "委托书"', 'name = "授权书"'),
    ],
)
def test_a_change_of_any_file_counts_at_once(
    world: World, tmp_path: Path, file: str, old: str, new: str
) -> None:
    kept = kept_by(world, tmp_path / "cache")
    before = content_key(world.packs)
    stamp = (world.packs / file).stat()
    world.change(file, old, new)
    os.utime(world.packs / file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert content_key(world.packs) != before
    assert read_compiled(kept, content_key(world.packs)) is None
    kept_by(world, tmp_path / "cache")
    assert read_compiled(kept, content_key(world.packs)) is not None


def test_another_version_of_the_program_reads_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content_key(world.packs)
    monkeypatch.setattr("filingdesk.__version__", "99.0")
    assert content_key(world.packs) != before


def test_other_values_of_the_core_are_another_key(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content_key(world.packs)
    monkeypatch.setattr(compiled, "_VALUES", compiled._VALUES[:-1])
    assert content_key(world.packs) != before


def spoilt(whole: bytes) -> dict[str, bytes]:
    head, _, body = whole.partition(b"\n")
    return {
        "empty": b"",
        "cut": whole[: len(whole) // 2],
        "one byte": whole[:-100] + bytes([whole[-100] ^ 1]) + whole[-99:],
        "no head": body,
        "not JSON": b"\x80\x04.\n" + body,
        "head only": head + b"\n",
        "deep": b"[" * 200_000,
    }


def test_a_damaged_file_is_as_if_it_were_not_there(world: World, tmp_path: Path) -> None:
    file = kept_by(world, tmp_path / "cache")
    key, whole = content_key(world.packs), file.read_bytes()
    assert read_compiled(file, key)
    for name, content in spoilt(whole).items():
        file.write_bytes(content)
        assert read_compiled(file, key) is None, name
        shelf = FolderShelf(world.packs, YEARS)
        shelf.keep_compiled(tmp_path / "cache")
        assert shelf.pack("hai").name == "海国"


@pytest.mark.parametrize(
    "body",
    [
        '[[["os.system", "true"]], [0]]',
        '[[["v99"]], [0]]',
        '[[["v0", 0]], [0]]',
        '[[["date", "yesterday"]], [0]]',
        '[[["int", "7"]], [0]]',
        "[[], []]",
        '[[["v0"]], [0]]',
        '{"nodes": 1}',
        "7",
    ],
)
def test_nothing_but_packs_comes_of_a_file(tmp_path: Path, body: str) -> None:
    """Somebody who writes the hash as well still makes nothing but plain values."""
    from hashlib import sha256

    digest = sha256(body.encode()).hexdigest()
    file = tmp_path / "packs.json"
    file.write_text(f'{{"key": "k", "sha256": "{digest}"}}\n{body}', "utf-8")
    assert read_compiled(file, "k") is None


def test_a_disk_that_takes_nothing_costs_only_time(world: World, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    shelf = FolderShelf(world.packs, YEARS)
    shelf.keep_compiled(tmp_path / "cache")
    assert [shelf.pack(id).id for id in shelf.jurisdictions()]


def test_a_faulty_pack_is_not_kept(world: World, tmp_path: Path) -> None:
    world.change("hai-dao/pack.toml", 'parent = "hai"', 'parent = "hay"')
    shelf = FolderShelf(world.packs, YEARS)
    shelf.keep_compiled(tmp_path / "cache")
    for id in shelf.jurisdictions():
        if id != "hai-dao":
            shelf.pack(id)
    assert not (tmp_path / "cache").exists()


def test_a_process_of_its_own_keeps_the_packs(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = FolderShelf(world.packs, YEARS)
    shelf.keep_compiled(tmp_path / "cache", compile_apart)
    monkeypatch.setattr("filingdesk.packs.read.read_pack", lambda *_: pytest.fail("read here"))
    assert [shelf.pack(id).id for id in shelf.jurisdictions()] == shelf.jurisdictions()


@pytest.mark.parametrize("why", ["nothing can be written", "there is no Python"])
def test_where_no_other_process_can_they_are_read_here(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "nothing can be written":
        (tmp_path / "cache").write_text("a file where a folder should be")
    else:
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
    shelf = FolderShelf(world.packs, YEARS)
    shelf.keep_compiled(tmp_path / "cache", compile_apart)
    assert shelf.pack("hai").name == "海国"


def test_the_process_of_a_window_never_reads_tables(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from filingdesk.app import Furniture\n"
        "shelf = Furniture(Path(sys.argv[1]), compile_apart=True).shelf\n"
        "packs = [shelf.pack(each) for each in shelf.jurisdictions()]\n"
        "print(len(packs), 'pydantic' in sys.modules)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(compiled.__file__).parents[2])}
    command = [sys.executable, "-c", script, str(tmp_path / "desk")]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert said.stdout == f"{len(PACKS.jurisdictions())} False\n"


def test_a_warm_start_needs_no_pydantic(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from filingdesk.app import furnish\n"
        "shelf = furnish(Path(sys.argv[1])).doors.shelf\n"
        "packs = [shelf.pack(each) for each in shelf.jurisdictions()]\n"
        "print(len(packs), 'pydantic' in sys.modules)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(compiled.__file__).parents[2])}
    command = [sys.executable, "-c", script, str(tmp_path / "desk")]
    said = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert said == [f"{len(PACKS.jurisdictions())} True\n", f"{len(PACKS.jurisdictions())} False\n"]
    assert (tmp_path / "desk" / "cache" / "packs.json").is_file()
