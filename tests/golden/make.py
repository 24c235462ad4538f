"""Makes filings that every later version must render alike: run once for a version, then kept.

PYTHONPATH=src:. python tests/golden/make.py tests/golden/<day>
"""

import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from filingdesk import resources
from filingdesk.core.ports import Draft
from filingdesk.desk import Desk
from tests.desk.furnished import FILINGS, answers_of, kind_of, made_once, no_file, open_desk
from tests.golden.pages import pages_digest

CONSENT = "1"
STROKES = (((0.12, 0.5), (0.5, 0.2), (0.9, 0.6)),)
LANGUAGES = ("zh_CN", "es", "en", "zh_TW")
PACKS = ("cn", "cn-tianjin")
ONE_OF_A_KIND = [
    *{kind_of(each): each for each in FILINGS if each.parents[1].name in PACKS}.values()
]


def photo() -> bytes:
    """A grey sheet with a dark corner, so that a turn can be seen."""
    file = BytesIO()
    image = Image.new("L", (240, 320), 230)
    image.paste(40, (0, 0, 60, 60))
    image.save(file, "PNG")
    return file.getvalue()


def make(folder: Path) -> None:
    """Each kind in one language, signed by hand, with a photo that was turned; and the packs."""
    with tempfile.TemporaryDirectory() as scratch, open_desk(made_once(Path(scratch))) as desk:
        for place, path in enumerate(ONE_OF_A_KIND):
            language = LANGUAGES[place % len(LANGUAGES)]
            _keep(desk, _drafted(desk, path, language), folder / kind_of(path))
        for id in PACKS:
            built = desk.doors.packs.build(str(resources.packs() / id))
            (folder / built.name).write_bytes(built.content)


def _drafted(desk: Desk, path: Path, language: str) -> Draft:
    draft = desk.begin_from(answers_of(desk, path), no_file, CONSENT)
    wanted = desk.materials(draft)
    if wanted:
        draft = desk.attach(draft, wanted[0].id, photo())
        [file] = desk.said_of(draft, wanted[0].id).files
        draft = desk.rotate_page(draft, wanted[0].id, file.id, 0)
    return desk.keep(replace(draft, language=language))


def _keep(desk: Desk, draft: Draft, folder: Path) -> None:
    case = desk.sign(draft, STROKES)
    files = desk.doors.verifier.extract(desk.signed_pdf(case.id))
    folder.mkdir(parents=True)
    for name, content in files.items():
        if name != "filing.csv":
            (folder / name).write_bytes(content)
    pages = desk.render_again(files["filing.json"], files)
    (folder / "pages.sha256").write_text(f"{pages_digest(pages)}\n", "ascii")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
