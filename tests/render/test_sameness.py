"""The same document gives the same bytes, whoever renders it, when and where."""

import hashlib
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from filingdesk.core.document import Attachment, Document
from filingdesk.render.pages import PdfRenderer
from filingdesk.resources import fonts

ROOT = Path(__file__).resolve().parents[2]

AGAIN = """
import pickle, sys
from hashlib import sha256
from pathlib import Path
from filingdesk.render.pages import PdfRenderer
document, materials, folder = pickle.load(sys.stdin.buffer)
print(sha256(PdfRenderer(folder).render(document, materials)).hexdigest())
"""


def test_bytes_are_equal_across_renderings_hash_seeds_time_zones_and_locales(
    renderer: PdfRenderer, objection: Document, materials: tuple[Attachment, ...]
) -> None:
    first = renderer.render(objection, materials)
    assert renderer.render(objection, materials) == first
    for seed, zone, language in (
        ("1", "Asia/Shanghai", "C"),
        ("4711", "America/Caracas", "es_VE.UTF-8"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", AGAIN],
            input=pickle.dumps((objection, materials, fonts())),
            env={
                **os.environ,
                "PYTHONPATH": "src",
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "LC_ALL": language,
            },
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode().strip() == hashlib.sha256(first).hexdigest()


def test_the_order_in_which_documents_were_rendered_does_not_matter(
    renderer: PdfRenderer, objection: Document, copy_in_spanish: Document
) -> None:
    alone = renderer.render(objection)
    renderer.render(copy_in_spanish)
    assert renderer.render(objection) == alone


def test_a_clerk_may_render_while_a_citizen_does(
    renderer: PdfRenderer, objection: Document, copy_in_spanish: Document
) -> None:
    alone = [renderer.render(each) for each in (objection, copy_in_spanish)]
    with ThreadPoolExecutor(3) as rooms:
        twelve = [objection, copy_in_spanish] * 6
        assert list(rooms.map(renderer.render, twelve)) == alone * 6


def test_no_path_of_this_machine_gets_into_the_file(
    renderer: PdfRenderer, objection: Document
) -> None:
    assert str(fonts()).encode() not in renderer.render(objection)
