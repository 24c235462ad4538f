"""verify, extract, certificate: what an agency does with a filing that it was handed."""

from argparse import Namespace
from typing import TYPE_CHECKING

from filingdesk.cli.opening import opened
from filingdesk.cli.telling import DONE, NO, tell, tell_json
from filingdesk.cli.writing import make_folder, write_whole
from filingdesk.core.signature import FoundSignature
from filingdesk.words.catalogue import Words
from filingdesk.words.terms import CAPACITIES

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish


def verify(options: Namespace, furnish: "Furnish", words: Words) -> int:
    """Whether the signatures of a PDF hold; 1 when one does not, or there is none."""
    trust = [each.read_bytes() for each in options.trust]
    found = furnish().doors.verifier.verify(options.pdf.read_bytes(), trust)
    if options.json:
        tell_json({"good": found.good, "signatures": [_json(each) for each in found.signatures]})
    elif not found.signatures:
        tell(words.say("This file is not signed."))
    else:
        for each in found.signatures:
            tell(*_lines(each, words))
    return DONE if found.good else NO


def _json(found: FoundSignature) -> dict[str, object]:
    return {
        "field": found.field,
        "signer": found.signer,
        "capacity": found.capacity.value if found.capacity else None,
        "signed_at": found.signed_at.isoformat() if found.signed_at else None,
        "level": found.level,
        "intact": found.intact,
        "whole": found.whole,
        "trusted": found.trusted,
    }


def _lines(found: FoundSignature, words: Words) -> list[str]:
    lines = [words.say("Signed by {signer}", signer=found.signer)]
    if found.signed_at:
        lines.append(words.say("on {moment}", moment=words.moment(found.signed_at)))
    if found.capacity:
        lines.append(words.say(CAPACITIES[found.capacity]))
    if not found.intact:
        lines.append(words.say("The signature does not fit: the file was changed."))
    elif not found.whole:
        lines.append(words.say("Something was added after the signature that it does not cover."))
    else:
        lines.append(words.say("Nothing was changed since."))
    if found.trusted is False:
        lines.append(words.say("The certificate is not one of those that you trust."))
    elif found.trusted is None:
        lines.append(words.say("Whose certificate this is was not checked: name it with --trust."))
    return lines


def extract(options: Namespace, furnish: "Furnish", words: Words) -> int:
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


def certificate(options: Namespace, furnish: "Furnish", words: Words) -> int:
    """Write the certificate of this desk's seal."""
    with opened(furnish(), options, words) as desk:
        write_whole(options.out, desk.doors.certificate())
    if options.json:
        tell_json({"certificate": str(options.out)})
    else:
        tell(words.say("Give this certificate to the agency: {path}", path=options.out))
    return DONE
