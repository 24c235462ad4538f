"""A verdict in words: for every point what it means and, where something is wrong, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from filingdesk.core.verdict import About, Mark
from filingdesk.words.catalogue import N_

if TYPE_CHECKING:
    from filingdesk.core.verdict import Point, Verdict
    from filingdesk.words.catalogue import Words

OVERALL = {
    Mark.GOOD: N_("This filing is good"),
    Mark.RESERVED: N_("This filing is good, with reservations"),
    Mark.WRONG: N_("This filing is not good"),
}

ADVICE = {
    Mark.GOOD: N_("You can take it in as it is."),
    Mark.RESERVED: N_("You can take it in, once you have looked at the points that are marked."),
    Mark.WRONG: N_("Do not take it in as it is. The points below say what is wrong."),
}

_OVERALL_OF_PAPER = {
    Mark.GOOD: N_("Nothing is wrong with this paper"),
    Mark.RESERVED: N_("Nothing is wrong with this paper, as far as it could be checked"),
    Mark.WRONG: N_("Something is wrong with this paper"),
}

_ADVICE_OF_PAPER = {
    Mark.GOOD: N_("You can keep it with the case."),
    Mark.RESERVED: N_(
        "You can keep it with the case, once you have looked at the points that are marked."
    ),
    Mark.WRONG: N_(
        "The points below say what is wrong. You can keep it with the case; please ask the agency "
        "before you rely on it."
    ),
}

MARKS = {
    Mark.GOOD: N_("Good"),
    Mark.NOTE: N_("To be known"),
    Mark.RESERVED: N_("Look at this"),
    Mark.WRONG: N_("Wrong"),
}

ABOUT = {
    About.SIGNATURES: N_("Signatures"),
    About.DATA: N_("Data and pages"),
    About.EXHIBITS: N_("Exhibits"),
    About.CODE: N_("Square code and check code"),
    About.FORM: N_("The form of the file"),
}

_SIGNATURES = {
    "not-signed": N_("This file is not signed. Please ask for the signed one."),
    "paper-not-signed": N_(
        "Nobody signed this paper electronically, so nothing in it shows whom it is from. Please "
        "compare it with the original."
    ),
    "signature-broken": N_(
        "The signature of {signer} does not fit: the file was changed. "
        "Please ask for the file again."
    ),
    "changed-since": N_(
        "Something was added after {signer} signed that the signature does not cover. "
        "Please ask for the file again."
    ),
    "signature-holds": N_("The signature of {signer} fits, and nothing was changed since."),
    "signature-holds-added": N_(
        "The signature of {signer} fits. What came later are only signatures and time stamps "
        "that are allowed."
    ),
    "signer-trusted": N_("The certificate of {signer} leads to one that you trust."),
    "signer-not-checked": N_(
        "Whose certificate this is was not checked: {signer} is only what it says. "
        "Please name a certificate that you trust, such as the service centre's."
    ),
    "signer-not-trusted": N_(
        "The certificate of {signer} is not one of those that you trust. "
        "Please ask the service centre whether it is theirs."
    ),
    "signer-not-of-this-desk": N_(
        "The certificate of {signer} is not this desk's own. "
        "Please compare it with what its owner published."
    ),
    "certificate-withdrawn": N_(
        "The certificate of {signer} was withdrawn on {day}, before it signed. "
        "Please ask for a new signature."
    ),
    "time-claimed": N_("When {signer} signed is what the computer said: no time stamp proves it."),
    "time-stamped": N_(
        "A time stamp by {authority} says that {signer} had signed by {moment}; its certificate "
        "was not checked."
    ),
    "time-proved": N_("A time stamp by {authority} proves that {signer} had signed by {moment}."),
}

_DATA = {
    "payload-missing": N_(
        "There are no data inside, so this is no filing of filingdesk. Please read the pages."
    ),
    "payload-old": N_(
        "The data inside are of an older format. They can be saved, but not be compared with the "
        "pages: please read the pages."
    ),
    "payload-not-read": N_(
        "The data inside cannot be read. Please do not import them, and ask for the file again."
    ),
    "payload-read": N_("The data inside can be read and imported ({format})."),
    "pages-equal": N_("The pages say what the data say, and nothing else."),
    "pages-not-read": N_(
        "The text of the pages could not be taken out. Please compare the pages with the data "
        "yourself."
    ),
    "pages-lack": N_(
        "The data say something that the pages do not say ({count}). "
        "What is printed was signed with other data: please do not import them."
    ),
    "pages-lack-signs": N_(
        "The pages show 〓 for characters that could not be printed ({count}). The data have them: "
        "please compare both with the person's document."
    ),
    "pages-say-more": N_(
        "The pages say something that the data do not say ({count}). Please read the pages, and "
        "do not rely on the data."
    ),
    "sentences-differ": N_(
        "The data contradict themselves: what they claim or ask for is not in their own text. "
        "Please do not import them."
    ),
    "table-differs": N_(
        "The table {name} does not say what the data say. Please import filing.json instead."
    ),
}

_EXHIBITS = {
    "exhibits-none": N_(
        "No file is inside as an exhibit. The letter lists what was shown at the counter."
    ),
    "exhibits-equal": N_("Every exhibit that is listed is inside and unchanged ({count})."),
    "exhibits-confused": N_(
        "The list of exhibits does not fit the answers. Please ask for the file again."
    ),
    "exhibit-missing": N_(
        "The exhibit {name} is listed, and is not inside. Please ask for the file again."
    ),
    "exhibit-differs": N_(
        "The exhibit {name} is not the one that was filed. Please ask for the file again."
    ),
    "exhibit-extra": N_(
        "The file {name} is inside, and nobody listed it. Please do not open it before you know "
        "what it is."
    ),
}

_CODE = {
    "code-missing": N_(
        "The data have no square code, so a printed copy cannot be compared. The check code of the "
        "data is {check}."
    ),
    "code-differs": N_(
        "The square code or the check code belongs to another filing. The check code of the data "
        "is {check}: please compare it with the paper."
    ),
    "code-not-signed": N_(
        "The signature in the square code does not fit these data. Please ask for the file again."
    ),
    "code-not-printed": N_(
        "The square code was not found on the first page. Please compare the check code: {check}."
    ),
    "code-fits": N_(
        "The square code belongs to these data. A printed copy is the same if it shows {check}."
    ),
}

_FORM = {
    "form-active": N_(
        "Something in the file can run, or lead out of it ({kinds}). Please open it in no program "
        "that runs such things."
    ),
    "form-overlay": N_(
        "Notes or stamps lie over the pages ({count}). Please read what is under them."
    ),
    "form-not-claimed": N_(
        "The file does not say that it is PDF/A-3a and PDF/UA-1, so it may look different in years "
        "to come."
    ),
    "form-not-kept": N_(
        "The file says that it is {claims}, and is not in every point. Before you archive it, "
        "please have veraPDF check it."
    ),
    "form-claimed": N_(
        "The file says that it is {claims}, and what can be checked here holds. A full check needs "
        "veraPDF."
    ),
}

POINTS: Mapping[str, str] = MappingProxyType(
    {**_SIGNATURES, **_DATA, **_EXHIBITS, **_CODE, **_FORM}
)
"""The sentence of every code of a point."""


def overall_sentence(found: Verdict, words: Words) -> str:
    """What a filing is worth, or a paper of an agency's own."""
    return words.say((OVERALL if found.is_filing else _OVERALL_OF_PAPER)[found.overall])


def advice_sentence(found: Verdict, words: Words) -> str:
    """What to do with it."""
    return words.say((ADVICE if found.is_filing else _ADVICE_OF_PAPER)[found.overall])


def point_sentence(point: Point, words: Words) -> str:
    """What a point means, and what to do."""
    facts = dict(point.facts)
    if "day" in facts:
        facts["day"] = words.day(date.fromisoformat(facts["day"]))
    if "moment" in facts:
        facts["moment"] = words.moment(datetime.fromisoformat(facts["moment"]))
    if "count" in facts:
        facts["count"] = words.number(int(facts["count"]))
    return words.say(POINTS[point.code], **facts)
