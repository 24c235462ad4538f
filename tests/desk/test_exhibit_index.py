"""The sheet before the exhibits: what lies inside, on which pages, and how it is known again."""

from hashlib import sha256
from io import BytesIO

from PIL import Image

from filingdesk.core.document import ExhibitPage, Table
from filingdesk.core.exhibit_index import HEAD
from filingdesk.desk import Desk
from tests.desk.furnished import answers_of, example, no_file
from tests.desk.test_render_again import photo


def two_pages() -> bytes:
    file, page = BytesIO(), Image.new("L", (300, 400), 200)
    page.save(file, "PDF", save_all=True, append_images=[page])
    return file.getvalue()


def test_each_file_is_listed_with_its_pages_and_its_digest(desk: Desk) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-wrong")), no_file)
    identity, _, proof, *_ = (each.id for each in desk.materials(draft))
    draft = desk.attach(draft, identity, photo("white"))
    draft = desk.attach(draft, proof, two_pages())
    paper = desk.paper(draft)
    [index] = [each for each in paper.document.blocks if isinstance(each, Table)][-1:]
    assert index.head == HEAD
    inside = {each.name: sha256(each.content).hexdigest() for each in paper.attachments}
    rows = [tuple(cell.text for cell in row) for row in index.rows]
    assert [pages for _, _, pages, _, _ in rows] == ["1", "2–3"]
    assert {name: digest for *_, name, digest in rows}.items() <= inside.items()
    captions = [each.caption for each in paper.document.blocks if isinstance(each, ExhibitPage)]
    assert [each.rpartition(" · ")[2] for each in captions] == [
        "证据页 1/3",
        "证据页 2/3",
        "证据页 3/3",
    ]


def test_the_original_that_is_enclosed_is_listed_with_what_was_made_of_it(desk: Desk) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-wrong")), no_file)
    identity = desk.materials(draft)[0].id
    draft = desk.attach(draft, identity, photo("white"), keep_original=True)
    paper = desk.paper(draft)
    [index] = [each for each in paper.document.blocks if isinstance(each, Table)][-1:]
    rows = [tuple(cell.text for cell in row) for row in index.rows]
    assert [(pages, name) for _, _, pages, name, _ in rows] == [
        ("1", "exhibit-01-01.jpg"),
        ("—", "exhibit-01-01-original.png"),
    ]
    assert rows[1][-1] == sha256(photo("white")).hexdigest()


def test_without_files_there_is_no_such_sheet(desk: Desk) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-wrong")), no_file)
    heads = [each.head for each in desk.paper(draft).document.blocks if isinstance(each, Table)]
    assert HEAD not in heads
