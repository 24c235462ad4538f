"""A PDF that was saved with empty streams gets their contents, and any reader finds them."""

import re
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name, ObjectStreamMode, Stream

from filingdesk.render.large_streams import filled
from tests.render.conftest import Tool

PHOTOS = {name: letter * 3000 for name, letter in (("/A", b"a"), ("/B", b"b"), ("/C", b""))}


def saved(streams: ObjectStreamMode = ObjectStreamMode.preserve) -> bytes:
    """Pages as filingdesk saves them: three empty streams, others between them."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name in PHOTOS:
            pdf.Root[name] = pdf.make_indirect(Stream(pdf, b""))
            pdf.Root[f"{name}text"] = pdf.make_indirect(Stream(pdf, b"stays"))
        out = BytesIO()
        pdf.save(out, compress_streams=False, deterministic_id=True, object_stream_mode=streams)
        return out.getvalue()


def numbers(pdf: bytes) -> dict[str, int]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {name: opened.Root[name].objgen[0] for name in PHOTOS}


def test_every_reader_finds_what_was_put_in_and_what_was_there(judge: Tool) -> None:
    empty = saved()
    whole = filled(empty, {numbers(empty)[name]: photo for name, photo in PHOTOS.items()})
    assert b"No syntax or stream encoding errors" in judge(whole, "qpdf", "--check", "FILE")
    with pikepdf.open(BytesIO(whole)) as pdf:
        assert {name: pdf.Root[name].read_raw_bytes() for name in PHOTOS} == PHOTOS
        assert all(pdf.Root[f"{name}text"].read_bytes() == b"stays" for name in PHOTOS)


def test_nothing_put_in_is_the_same_file() -> None:
    assert filled(saved(), {}) == saved()


def test_a_stream_that_is_not_empty_is_never_overwritten() -> None:
    empty = saved()
    with pikepdf.open(BytesIO(empty)) as pdf:
        full = pdf.Root[Name.Atext].objgen[0]
    with pytest.raises(ValueError, match="empty"):
        filled(empty, {full: b"other"})


@pytest.mark.parametrize(
    "other",
    [
        b"",
        saved(ObjectStreamMode.generate),
        saved() + b"\n",
        re.sub(rb"startxref\n\d+", b"startxref\n1", saved()),
    ],
    ids=["nothing", "object streams", "more behind the end", "table elsewhere"],
)
def test_a_file_that_is_written_otherwise_is_refused_rather_than_spoilt(other: bytes) -> None:
    with pytest.raises(ValueError, match="qpdf"):
        filled(other, {})
