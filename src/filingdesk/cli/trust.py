"""verify, extract, certificate: what an agency does with a filing that it was handed."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from filingdesk.cli.opening import opened
from filingdesk.cli.telling import DONE, NO, tell, tell_json
from filingdesk.cli.verdict import verdict_json, verdict_lines
from filingdesk.cli.writing import make_folder, write_whole
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.verdict import Mark

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.words.catalogue import Words


def verify(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Whether a PDF is a good filing; 1 when something about it is wrong. Or a window for it."""
    trust = [each.read_bytes() for each in options.trust]
    if options.window is not None:
        return int(options.window(furnish(), options.pdf, trust, words.language))
    if options.pdf is None:
        facts = {"reason": words.say("This is missing: {several}", several="FILE.pdf")}
        raise UserProblem(Problem("filingdesk verify", "arguments-wrong", facts))
    found = furnish().judge(options.pdf.read_bytes(), trust)
    if options.json:
        tell_json(verdict_json(found, words))
    else:
        tell(*verdict_lines(found, words))
    return NO if found.overall is Mark.WRONG else DONE


def extract(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Write the embedded files into a folder; 1 when there are none."""
    files = furnish().doors.verifier.extract(options.pdf.read_bytes())
    make_folder(options.directory)
    for name, content in files.items():
        write_whole(options.directory / name, content)
    if options.json:
        tell_json({"files": {name: len(content) for name, content in files.items()}})
    elif not files:
        tell(words.say("No file is embedded in this PDF."))
    else:
        tell(*(f"{options.directory / name}" for name in files))
    return DONE if files else NO


def certificate(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Write the certificate of this desk's seal."""
    with opened(furnish(), options, words) as desk:
        write_whole(options.out, desk.doors.certificate())
    if options.json:
        tell_json({"certificate": str(options.out)})
    else:
        tell(words.say("Give this certificate to the agency: {path}", path=options.out))
    return DONE
