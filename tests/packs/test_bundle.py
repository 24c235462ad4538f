"""A pack's file: the same bytes from the same folder, and nothing in it that nobody looked at."""

import json
import shutil
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filingdesk import resources
from filingdesk.core.problem import UserProblem
from filingdesk.packs import archive
from filingdesk.packs.bundle import MANIFEST, SIGNATURE, build, open_bundle, sign, signer_of
from filingdesk.packs.keys import key_id, new_key, public_pem, read_public
from filingdesk.packs.manifest import hash_of
from filingdesk.packs.numbering import is_version, ordered
from tests.packs.conftest import FICTION, World
from tests.packs.publishing import codes

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return build(FICTION / "packs" / "hai-dao", FICTION / "statutes")


@pytest.fixture(scope="module")
def files(whole: bytes) -> Files:
    """Every file of the bundle, its manifest included."""
    return archive.contents(whole)


def refused(untrusted: bytes) -> list[str]:
    with pytest.raises(UserProblem) as told:
        open_bundle(untrusted)
    return codes(told.value)


def with_manifest(files: Files, change: Callable[[dict[str, object]], object]) -> bytes:
    """The bundle with something else in its manifest."""
    table = json.loads(files[MANIFEST])
    change(table)
    return archive.written(files | {MANIFEST: json.dumps(table).encode()})


# -------------------------------------------------------------------- what is in it


@pytest.mark.parametrize("id", sorted(each.name for each in resources.packs().iterdir()))
def test_every_shipped_pack_can_be_given_away(id: str) -> None:
    bundle = open_bundle(build(resources.packs() / id, resources.statutes()))
    assert bundle.name == f"{id}-{bundle.manifest.version}.fdpack"
    own = {each.removeprefix(f"{id}/") for each in bundle.files if each.startswith(f"{id}/")}
    written = (each for each in (resources.packs() / id).rglob("*.toml"))
    assert {each.relative_to(resources.packs() / id).as_posix() for each in written} <= own
    assert not [each for each in own if each.endswith(".mo")]


def test_it_holds_the_statutes_that_its_own_citations_name_and_no_other(whole: bytes) -> None:
    texts = [each for each in open_bundle(whole).files if each.startswith("statutes/")]
    assert texts == ["statutes/海国海岛省信用条例-2022.md"]
    assert len(list((FICTION / "statutes").iterdir())) > 1


def test_it_names_its_parent(whole: bytes) -> None:
    manifest = open_bundle(whole).manifest
    assert (manifest.id, manifest.parents, manifest.as_of) == ("hai-dao", ("hai",), "2026-01-01")


def test_a_copy_of_the_folder_gives_the_same_bytes(whole: bytes, tmp_path: Path) -> None:
    copy = shutil.copytree(FICTION / "packs" / "hai-dao", tmp_path / "hai-dao")
    for file in copy.rglob("*"):
        file.chmod(0o700)
    (copy / "lang").mkdir()
    (copy / "lang" / "en.mo").write_bytes(b"compiled")
    (copy / ".hidden").write_bytes(b"an editor's")
    assert build(copy, FICTION / "statutes") == whole


def test_a_statute_that_nobody_has_is_told_with_its_line(world: World) -> None:
    line = world.change("hai-dao/law/credit.toml", "信用条例-2022", "信用条例-2033")
    with pytest.raises(UserProblem) as told:
        build(world.packs / "hai-dao", world.statutes)
    [problem] = told.value.problems
    assert (problem.where, problem.code) == (
        f"hai-dao/law/credit.toml:{line}",
        "pack-statute-unknown",
    )


@pytest.mark.parametrize("version", ["2026", "1.2.3", "0.1", "2026.11.1"])
def test_versions(version: str) -> None:
    assert is_version(version)


@pytest.mark.parametrize(
    "version", ["", "1.", "v1", "01", "1..2", "1.2-rc", "1 ", "1.1.1.1.1.1.1", "١", "1" * 10]
)
def test_no_versions(world: World, version: str) -> None:
    assert not is_version(version)
    world.change("hai-dao/pack.toml", '"2026.1.0"', json.dumps(version, ensure_ascii=False))
    with pytest.raises(UserProblem) as told:
        build(world.packs / "hai-dao", world.statutes)
    assert codes(told.value) == ["pack-version-unfit"]


@pytest.mark.parametrize("day", ["5", '"today"', '"2026-11-1"', "2026-11-01T00:00:00"])
def test_the_day_of_a_pack_that_is_none_is_told_with_its_line(world: World, day: str) -> None:
    head = "hai-dao/pack.toml"
    written = (world.packs / head).read_text("utf-8")
    (old,) = [line for line in written.splitlines() if line.startswith("as_of")]
    line = world.change(head, old, f"as_of = {day}")
    with pytest.raises(UserProblem) as told:
        build(world.packs / "hai-dao", world.statutes)
    assert [(each.where, each.code) for each in told.value.problems] == [
        (f"{head}:{line}", "pack-wrong-type")
    ]


@pytest.mark.parametrize("parent", ["5", '"HAI"', '"../hai"'])
def test_a_parent_that_can_be_none_is_told_with_its_line(world: World, parent: str) -> None:
    line = world.change("hai-dao/pack.toml", 'parent = "hai"', f"parent = {parent}")
    with pytest.raises(UserProblem) as told:
        build(world.packs / "hai-dao", world.statutes)
    assert [(each.where, each.code) for each in told.value.problems] == [
        (f"hai-dao/pack.toml:{line}", "pack-parent-unknown")
    ]


@pytest.mark.parametrize(
    "name", ["screen 12:30.png", "what?.txt", "end .", "a.jpg:Zone.Identifier"]
)
def test_a_file_whose_name_does_not_fit_every_disk_is_named_to_its_author(
    world: World, name: str
) -> None:
    (world.packs / "hai-dao" / "examples" / name).write_text("x")
    with pytest.raises(UserProblem) as told:
        build(world.packs / "hai-dao", world.statutes)
    assert [(each.where, each.code) for each in told.value.problems] == [
        (f"hai-dao/examples/{name}", "pack-file-name-unfit")
    ]


def test_what_an_editor_hides_in_the_folder_is_not_given_away(world: World) -> None:
    whole = build(world.packs / "hai-dao", world.statutes)
    for name in ("examples/.wrong.toml.swp", "kinds/.objection.toml.swp", "law/.draft.toml"):
        (world.packs / "hai-dao" / name).write_bytes(b"\xff")
    assert build(world.packs / "hai-dao", world.statutes) == whole


def test_versions_are_compared_as_numbers() -> None:
    rising = ["2026.9.1", "2026.11", "2026.11.0", "2026.11.1", "2026.11.10", "2027.1"]
    assert sorted(rising, key=ordered) == rising


@pytest.mark.parametrize("name", ["Hai", "hai_dao", "-hai", "hai--dao", "海", "h" * 65, "hai."])
def test_a_name_that_is_no_folder_everywhere(name: str, tmp_path: Path) -> None:
    folder = shutil.copytree(FICTION / "packs" / "hai", tmp_path / name)
    head = (folder / "pack.toml").read_text("utf-8").replace('id = "hai"\n', f'id = "{name}"\n', 1)
    (folder / "pack.toml").write_text(head, "utf-8")
    with pytest.raises(UserProblem) as told:
        build(folder, FICTION / "statutes")
    assert codes(told.value) == ["pack-name-unfit"]


def test_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as told:
        build(tmp_path, FICTION / "statutes")
    assert codes(told.value) == ["pack-head-missing"]


# -------------------------------------------------------------------- what is not taken


def test_a_file_that_was_changed(files: Files) -> None:
    kind = "hai-dao/kinds/objection.toml"
    assert b"count = 3" in files[kind]
    changed = files | {kind: files[kind].replace(b"count = 3", b"count = 9")}
    assert refused(archive.written(changed)) == ["bundle-file-changed"]


def test_a_file_that_was_taken_out_or_put_in(files: Files) -> None:
    fewer = {name: content for name, content in files.items() if "law/" not in name}
    assert refused(archive.written(fewer)) == ["bundle-file-missing"]
    for name in ("hai-dao/kinds/more.toml", "more.txt", "hai/kinds/objection.toml"):
        assert refused(archive.written(files | {name: b""})) == ["bundle-file-extra"]


@pytest.mark.parametrize(
    "name",
    ["hai-dao/run.py", "hai-dao/lang/en.mo", "hai-dao/law/a/b.toml", "other/pack.toml", "x.md"],
)
def test_a_file_that_belongs_to_no_pack_although_the_manifest_names_it(
    files: Files, name: str
) -> None:
    table = json.loads(files[MANIFEST])
    table["files"][name] = hash_of(b"")
    more = files | {name: b"", MANIFEST: json.dumps(table).encode()}
    assert refused(archive.written(more)) == ["bundle-file-extra"]


@pytest.mark.parametrize(
    "name",
    [
        "../pack.toml",
        "hai-dao/../../pack.toml",
        "/etc/passwd",
        "hai-dao//pack.toml",
        "./hai-dao/x",
        "hai-dao/.hidden",
        "C:/x.toml",
        "hai-dao\\..\\x",
        "hai-dao/x\x1b[2J.toml",
        "hai-dao/x\u202etxt.toml",
        "hai-dao/x.",
        "a/b/c/d/e/f",
        f"hai-dao/{'x' * 300}.toml",
    ],
)
def test_a_name_that_leads_elsewhere_or_deceives(files: Files, name: str) -> None:
    assert refused(archive.written(files | {name: b""})) == ["bundle-unsafe"]


def test_a_name_cut_short_by_a_zero(files: Files) -> None:
    marked = archive.written(files | {"hai-dao/law/x!toml": b""})
    assert refused(marked.replace(b"x!toml", b"x\0toml")) == ["bundle-unsafe"]


def test_a_link(files: Files) -> None:
    whole = BytesIO(archive.written(files))
    with ZipFile(whole, "a") as zipped:
        link = ZipInfo("hai-dao/law/link.toml")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, "/etc/passwd")
    assert refused(whole.getvalue()) == ["bundle-unsafe"]


def test_a_bomb(files: Files) -> None:
    whole = BytesIO(archive.written(files))
    with ZipFile(whole, "a") as zipped:
        zipped.writestr("hai-dao/law/bomb.toml", bytes(64 * 2**20), ZIP_DEFLATED)
    assert len(whole.getvalue()) < 2**20
    assert refused(whole.getvalue()) == ["bundle-too-large"]


def test_what_is_compressed_could_explode(files: Files) -> None:
    whole = BytesIO(archive.written(files))
    with ZipFile(whole, "a") as zipped:
        zipped.writestr("hai-dao/law/small.toml", b"", ZIP_DEFLATED)
    assert refused(whole.getvalue()) == ["bundle-unsafe"]


def test_a_file_that_claims_to_be_longer_than_it_is(files: Files) -> None:
    whole = bytearray(archive.written(files))
    central = whole.index(b"PK\x01\x02")
    for offset in (20, 24):  # both sizes of the first file in the list of contents
        whole[central + offset : central + offset + 4] = (40 * 2**20).to_bytes(4, "little")
    assert refused(bytes(whole)) == ["bundle-too-large"]


def test_a_name_that_is_there_twice(files: Files) -> None:
    upper = files | {"hai-dao/LAW/credit.toml": b""}
    assert refused(archive.written(upper)) == ["bundle-name-twice"]
    whole = BytesIO(archive.written(files))
    with ZipFile(whole, "a") as zipped, pytest.warns(UserWarning, match="Duplicate name"):
        zipped.writestr("hai-dao/pack.toml", b"")
    assert refused(whole.getvalue()) == ["bundle-name-twice"]


def test_too_many_files_or_too_much(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive.written(files)
    monkeypatch.setattr(archive, "MOST_FILES", len(files) - 1)
    assert refused(whole) == ["bundle-too-large"]
    monkeypatch.undo()
    monkeypatch.setattr(archive, "MOST_BYTES", len(whole) - 1)
    assert refused(whole) == ["bundle-too-large"]


@pytest.mark.parametrize("junk", [b"", b"PK", b"%PDF-1.7", bytes(1000)])
def test_no_zip_at_all(junk: bytes) -> None:
    assert refused(junk) == ["bundle-not-readable"]


def test_a_manifest_that_says_something_else(files: Files) -> None:
    for change, code in (
        (lambda each: each.update(format="filingdesk/pack/9"), "bundle-format"),
        (lambda each: each.update(version="2027.1"), "bundle-manifest-differs"),
        (lambda each: each.update(as_of="2027-01-01"), "bundle-manifest-differs"),
        (lambda each: each.update(parents=[]), "bundle-manifest-differs"),
        (lambda each: each.update(parents=["other"]), "bundle-manifest-differs"),
        (lambda each: each.update(more=1), "bundle-manifest-broken"),
        (lambda each: each.pop("parents"), "bundle-manifest-broken"),
        (lambda each: each.update(id="../hai"), "bundle-manifest-broken"),
        (lambda each: each.update(version="new"), "bundle-manifest-broken"),
        (lambda each: each.update(as_of="yesterday"), "bundle-manifest-broken"),
        (lambda each: each.update(files=[]), "bundle-manifest-broken"),
    ):
        assert refused(with_manifest(files, change)) == [code]


@pytest.mark.parametrize(
    "manifest", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"format":1,"format":1}', b"null"]
)
def test_a_manifest_that_is_none(files: Files, manifest: bytes) -> None:
    assert refused(archive.written(files | {MANIFEST: manifest})) == ["bundle-manifest-broken"]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_damaged_file_is_refused_or_is_the_same_pack(whole: bytes, data: st.DataObject) -> None:
    """Any bytes changed anywhere: there is no fault of ours, and no other content."""
    spoilt = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        bundle = open_bundle(bytes(spoilt))
    except UserProblem:
        return
    same = open_bundle(whole)
    assert (bundle.sealed, bundle.files) == (same.sealed, same.files)


# -------------------------------------------------------------------- who signed it


def test_a_signature_names_its_key_and_changes_nothing_else(whole: bytes) -> None:
    key = new_key()
    bundle = open_bundle(whole)
    assert signer_of(bundle) is None
    signed = open_bundle(sign(bundle, key.private))
    signer = signer_of(signed)
    assert signer
    assert signer.id == key.id == key_id(read_public(key.public))
    assert public_pem(signer.public) == key.public
    assert (signed.sealed, signed.files) == (bundle.sealed, bundle.files)
    assert sign(bundle, key.private) == sign(signed, key.private)


def test_a_key_with_a_passphrase(whole: bytes) -> None:
    key = new_key("four cups")
    assert b"ENCRYPTED" in key.private
    bundle = open_bundle(whole)
    signer = signer_of(open_bundle(sign(bundle, key.private, "four cups")))
    assert signer
    assert signer.id == key.id
    for wrong in ("five cups", ""):
        with pytest.raises(UserProblem) as told:
            sign(bundle, key.private, wrong)
        assert codes(told.value) == ["key-wrong-passphrase"]


def test_keys_that_are_none_or_of_another_sort(whole: bytes) -> None:
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

    other = generate_private_key(SECP256R1())
    private = other.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
    public = other.public_key().public_bytes(
        form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo
    )
    bundle = open_bundle(whole)
    for pem, code in (
        (b"", "key-not-readable"),
        (new_key().public, "key-not-readable"),
        (private, "key-not-ed25519"),
    ):
        with pytest.raises(UserProblem) as told:
            sign(bundle, pem)
        assert codes(told.value) == [code]
    for pem, code in (
        (b"", "key-not-readable"),
        (new_key().private, "key-is-private"),
        (public, "key-not-ed25519"),
    ):
        with pytest.raises(UserProblem) as told:
            read_public(pem)
        assert codes(told.value) == [code]


def test_a_signature_of_something_else_or_of_somebody_else(whole: bytes, files: Files) -> None:
    signature = archive.contents(sign(open_bundle(whole), new_key().private))[SIGNATURE]
    table = json.loads(signature)
    another = read_public(new_key().public).hex()
    older = json.loads(files[MANIFEST]) | {"format": "filingdesk/pack/1"}
    respaced = json.dumps(older).encode()
    for changed in (
        files | {SIGNATURE: signature, MANIFEST: respaced},
        files | {SIGNATURE: json.dumps(table | {"key": another}).encode()},
        files | {SIGNATURE: json.dumps(table | {"more": ""}).encode()},
        files | {SIGNATURE: json.dumps(table | {"signature": "00" * 64}).encode()},
        files | {SIGNATURE: json.dumps(table | {"signature": "xyz"}).encode()},
        files | {SIGNATURE: b"{}"},
        files | {SIGNATURE: b""},
    ):
        bundle = open_bundle(archive.written(changed))
        with pytest.raises(UserProblem) as told:
            signer_of(bundle)
        assert codes(told.value) == ["bundle-signature-broken"]
