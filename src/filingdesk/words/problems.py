"""What is wrong and how to mend it: the sentence for every problem a person can meet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from filingdesk.words.catalogue import N_
from filingdesk.words.pack_problems import PACK_PROBLEMS
from filingdesk.words.signing_problems import SIGNING_PROBLEMS

if TYPE_CHECKING:
    from filingdesk.core.problem import Problem
    from filingdesk.words.catalogue import Words

_ANSWERS = {
    "answer-missing": N_("Please answer this question."),
    "answer-too-long": N_(
        "This is {length} characters long, and {most} fit on the form. Please shorten it."
    ),
    "answer-control-characters": N_(
        "There is a hidden character in this text. Please type it again."
    ),
    "answer-garbled": N_(
        "Some characters look broken, as if the text was copied badly. Please check it."
    ),
    "answer-not-sure": N_("You were not sure of this date. The letter leaves it open."),
    "choice-unknown": N_("This choice is not offered here. Please choose one of the answers."),
    "date-not-a-day": N_(
        "There is no such day. Please check the year, the month and the day, such as 2026 9 10."
    ),
    "date-too-early": N_("This date is before 1 October 1949. Please check the year."),
    "date-in-future": N_("This day has not come yet. Please give a day up to today."),
    "date-is-over": N_(
        "This day is over. Please give a day from today on, or leave the boxes empty."
    ),
    "date-out-of-range": N_("This date is too far away to count from. Please check the year."),
    "differences-incomplete": N_(
        "Please say for each line what the record shows, or what is true."
    ),
    "material-without-file": N_(
        "A paper is marked as attached, but there is no picture of it. "
        "Please add one, or say that you will bring the paper."
    ),
    "material-unanswered": N_(
        "Please say whether you have this paper. You can also say that you do not have it."
    ),
    "id-number-shape": N_("An ID number has 18 characters. Please compare it with the card."),
    "id-number-date": N_(
        "The date of birth inside this number is not a day. Please compare it with the card."
    ),
    "id-number-check": N_(
        "One of the digits does not fit the others. Please compare the number with the card."
    ),
    "id-number-district": N_(
        "The first six digits name no district that we know. If the card says so, go on."
    ),
    "id-number-legacy": N_(
        "This is a number of the old card with 15 digits. If you have a card with 18, please use "
        "that one."
    ),
    "residence-permit-odd": N_(
        "The number of a residence permit begins with 810000, 820000 or 830000. If the card says "
        "otherwise, go on."
    ),
    "permanent-residence-shape": N_(
        "The number of this card has 18 digits and begins with 9, or it has three letters and 12 "
        "digits. Please compare it with the card."
    ),
    "travel-permit-odd": N_(
        "This does not look like the number of a travel permit. If the card says so, go on."
    ),
    "passport-odd": N_(
        "A passport number has 5 to 15 letters and digits. If the passport says so, go on."
    ),
    "credit-code-shape": N_(
        "A credit code has 18 characters, and never I, O, S, V or Z. "
        "Please compare it with the licence."
    ),
    "credit-code-check": N_(
        "One of the characters does not fit the others. Please compare the code with the licence."
    ),
    "phone-odd": N_("This does not look like a telephone number. If it is right, go on."),
    "email-odd": N_("This does not look like an e-mail address. If it is right, go on."),
    "court-case-odd": N_(
        "A court's case number looks like {example}. If the paper says otherwise, go on."
    ),
    "characters-not-printable": N_(
        "These characters cannot be printed and would appear as 〓: {characters}. "
        "A clerk can write them in by hand. You can go on."
    ),
    "characters-invisible": N_(
        "Something invisible was typed or pasted here, and will not be printed: {characters}. "
        "You can go on, or type it again."
    ),
}

_AGREEMENTS = {
    "consent-missing": N_(
        "Please tick the card if you agree. Without your agreement we may not keep what you type."
    ),
    "truth-not-stated": N_(
        "Please read the statement of truth, and tick it if it is so. Without it nobody can sign."
    ),
    "signature-missing": N_(
        "Please sign in the field, or choose to sign on the printed paper instead."
    ),
    "code-not-written": N_("Please write the code down first, then tick the card."),
}

_ADVICE = {
    "other-body-deals-with-it": N_(
        "Another body deals with this, so a letter from here would not reach it."
    ),
    "too-early": N_(
        "It is too early to ask for this, and we cannot say yet from which day you can. "
        "Please ask at the window."
    ),
    "too-early-until": N_("It is too early to ask for this. You can ask from {from_day}."),
    "no-ground": N_(
        "What you have told us does not yet show that the record is wrong. "
        "Please look at your answers again, or ask a clerk."
    ),
    "no-authority": N_(
        "We cannot tell yet who must deal with this. "
        "Please say which organ made the decision; its name is on the paper."
    ),
    "authority-not-verified": N_(
        "We have not been able to confirm this organ and its address. Please ask at the window."
    ),
    "authority-renamed": N_(
        "The organ that you named has another name today. The letter goes to the one that "
        "took over its work."
    ),
    "display-uncertain": N_("We cannot say for certain how long this record may be shown."),
    "display-uncertain-asked": N_(
        "We cannot say for certain how long this record may be shown. "
        "The letter asks the authority to check it."
    ),
    "clock-not-verified": N_(
        "We have not been able to confirm this time limit. Please ask at the window."
    ),
    "term-over": N_(
        "The time for this ended on {from_day} ({clause}). You can still file it; whether it is "
        "taken is for the authority to say."
    ),
    "term-over-excusable": N_(
        "The time for this ended on {from_day} ({clause}). You can still file it. If something "
        "that was not your fault kept you from it, go back and say so: the time goes on from the "
        "day on which that was over."
    ),
    "clock-needed": N_("Please say which time limit this is about."),
    "clock-not-prolonged": N_(
        "The law that we know does not let the authority extend this time limit. "
        "Please write it down as a note instead."
    ),
    "no-date-yet": N_("This time limit has no date yet."),
    "reminder-name-missing": N_(
        "Please give a name, or a word by which you will know the reminder again."
    ),
    "reminder-unknown": N_("This reminder is not there any more."),
    "clock-unknown": N_("There is no time limit called “{name}”."),
    "jurisdiction-unknown": N_("There is no pack for a place called “{name}”."),
    "already-filed": N_(
        "This filing is already signed, under the reference {reference}. "
        "You do not need to sign again."
    ),
}

_STORE = {
    "store-locked": N_("The desk is locked. Please enter the passphrase."),
    "store-busy": N_("The desk is busy with something else. Please wait a moment and try again."),
    "store-damaged": N_(
        "The desk's memory is damaged and cannot be read. Please bring back the last backup."
    ),
    "store-wrong-key": N_(
        "These keys do not open this desk's memory: both must come from the same desk. "
        "Please bring back the last backup of both."
    ),
    "store-not-writable": N_(
        "This computer does not allow the desk to write into its folder. "
        "Please ask whoever looks after the computer."
    ),
    "store-too-new": N_(
        "This memory was written by a newer version of filingdesk. Please install that version."
    ),
    "disk-full": N_("The disk is full. Please make room on it; what you typed is still here."),
    "vault-exists": N_("This desk is already set up. Please open it with its passphrase."),
    "vault-damaged": N_(
        "The file with the desk's keys is damaged. Please bring back its last backup."
    ),
    "passphrase-wrong": N_(
        "This does not open the desk. Please check the passphrase, capital letters too, "
        "or use the recovery code."
    ),
    "passphrase-too-short": N_(
        "Please choose a longer passphrase: at least {least} characters. "
        "A sentence is easy to remember."
    ),
    "passphrases-differ": N_("The two passphrases are not the same. Please type both again."),
    "centre-missing": N_("Please enter the name of the service centre."),
    "desk-is-new": N_("This desk has not been set up yet: it has no store and no keys."),
    "passphrase-missing": N_("Please give the passphrase, in a file or as {name}."),
    "recovery-code-mistyped": N_(
        "A character of the recovery code is not right. Please compare it with the paper."
    ),
    "case-unknown": N_("There is no case with this reference. Please check it."),
    "reply-changed": N_(
        "This is our own file, and something in it was changed that nobody may change. "
        "Please ask the agency to sign the file as it was handed over."
    ),
    "reply-not-signed": N_(
        "This is our own file as it left the desk: the agency has not signed it. "
        "Please ask the agency for its receipt."
    ),
    "reply-of-another-case": N_(
        "This file belongs to another case: {reference}. Please open that one."
    ),
    "reply-of-unknown-case": N_(
        "The filing.json in this file cannot be read, so we cannot tell which case it belongs to. "
        "Please ask the agency to sign the file as it was handed over."
    ),
    "reply-known": N_("This file is already kept with the case."),
    "scan-without-code": N_(
        "No square code of ours was found. Please take the picture again, straight and in good "
        "light, or type the reference that stands beside the code."
    ),
    "scan-of-another-desk": N_(
        "This paper is {reference}, and this desk has no such case. Please ask the service centre "
        "that filed it."
    ),
    "case-exists": N_("There is already a case with this reference."),
    "draft-unknown": N_("This filing was erased in the meantime. Please start again."),
    "file-unknown": N_("This picture is not here any more. Please add it again."),
}

_FILES = {
    "file-not-found": N_("There is no such file. Please check its name."),
    "file-not-accessible": N_("This file cannot be opened. Please check who may read it."),
    "file-is-folder": N_("This is a folder. Please name a file in it."),
    "file-not-writable": N_(
        "This cannot be written there. Please choose another place, or check who may write into it."
    ),
    "folder-not-found": N_("There is no such folder. Please check its name, or make it first."),
    "pdf-not-written": N_(
        "The filing is signed, and kept under {reference}; only this copy could not be written. "
        "Please write it again with “cases show {reference} -o” and another place."
    ),
    "file-empty": N_("This file is empty. Please choose another one, or take the picture again."),
    "file-too-large": N_(
        "This file is too large: at most {most} MB fit. Please take a smaller picture, "
        "or split the file."
    ),
    "file-kind-not-supported": N_(
        "This kind of file cannot be attached. Please choose a photo (JPG, PNG, HEIC), a PDF or a "
        "plain text."
    ),
    "file-kind-archive": N_(
        "This file is a packed folder. Please unpack it, and attach the files in it one by one."
    ),
    "file-kind-office": N_(
        "This file is written by an office program. Please save it there as a PDF, and attach "
        "the PDF."
    ),
    "file-kind-program": N_(
        "This file is a program and not a paper. It was not started. Please choose a photo or a "
        "PDF."
    ),
    "file-kind-web": N_(
        "This file is a web page or a drawing. Please print it into a PDF, or take a picture of "
        "the screen."
    ),
    "file-too-heavy": N_(
        "This file asks too much of the computer, so it was put aside unread. Please print it anew "
        "into a PDF, or take a picture of the paper."
    ),
    "file-not-readable": N_(
        "This file is damaged and cannot be read. Please choose another one, "
        "or take the picture again."
    ),
    "file-locked": N_(
        "This file is locked with a password. Please type it, or attach a file that opens "
        "without one."
    ),
    "file-wrong-password": N_("This password does not open the file. Please type it again."),
    "filing-too-large": N_(
        "All papers together are too large: at most {most} MB fit. Please take out what you do "
        "not need, or bring it on paper."
    ),
    "original-gone": N_(
        "The file that the pages were made of is not there any more. Please put the stick in "
        "again; or take the file out, and add it anew."
    ),
    "attaching-stopped": N_(
        "You stopped. {attached} of {count} files are attached; the others were not read."
    ),
    "signing-stopped": N_("You stopped. Nothing is signed, and everything is as it was."),
    "page-gone": N_("This page is not here any more. Please look at the file again."),
    "page-last": N_("This is the only page. Please take the whole file out instead."),
    "split-at-end": N_(
        "There is nothing to part here. Please choose a page after the first: the second file "
        "begins with it."
    ),
    "crop-too-small": N_("Too little of the page would be left. Please choose a larger part."),
    "original-differs": N_(
        "This is not the file that the pages were made of. Please choose that one."
    ),
    "words-not-installed": N_(
        "This desk cannot read papers by itself. Please type what stands on the paper."
    ),
    "words-not-readable": N_(
        "Nothing could be read on this picture. Please type what stands on the paper, or take "
        "the picture again in better light."
    ),
    "file-too-many-pages": N_(
        "This file has too many pages: at most {most} fit. Please attach only those that you need."
    ),
    "file-too-many-pixels": N_(
        "This picture is too large: at most {most} million pixels fit. "
        "Please take it again, smaller."
    ),
    "folder-gone": N_("The stick is not there any more. Please put it in again."),
    "stick-full": N_(
        "There is no room left on this stick: the letter needs {megabytes} MB. "
        "Please use another one."
    ),
    "folder-not-writable": N_("This stick can only be read. Please use another one."),
    "copy-failed": N_("The copy did not come out whole. Please use another stick."),
    "printer-refused": N_(
        "The printer “{printer}” does not take the pages. Please ask staff, or save to a stick."
    ),
    "pdf-locked": N_(
        "This PDF is locked with a password, so nothing in it can be checked. Please ask for one "
        "that opens without it."
    ),
    "pdf-cut-off": N_(
        "The end of this PDF is missing: it was not copied whole. Please copy it again, or ask "
        "for it again."
    ),
    "pdf-not-readable": N_("This file cannot be read as a PDF. Please choose another one."),
    "payload-not-readable": N_(
        "This is not a filing.json that we can read. Take it out of the signed PDF again."
    ),
    "payload-of-old-format": N_(
        "This filing.json was written by an older version, which kept too little to make its pages "
        "again."
    ),
    "exhibit-missing": N_(
        "The exhibit {name} is missing. Take the files out of the signed PDF into one folder."
    ),
    "exhibit-differs": N_("The exhibit {name} is not the one that this filing was made with."),
    "exhibit-not-readable": N_("This exhibit cannot be read: it is not as this desk made it."),
    "pdf-takes-no-signature": N_("This PDF does not allow a signature."),
    "no-printer": N_("No printer is connected. Please ask staff, or save to a stick."),
    "no-stick": N_("There is no USB stick. Please put one in and try again."),
    "certificate-not-readable": N_(
        "This file holds no certificate that we can read. Please choose a PEM file."
    ),
    "seal-name-empty": N_("Please enter the name of the service centre for its seal."),
    "seal-name-too-long": N_("The name is too long for a seal: at most {most} characters."),
    "seal-missing": N_("This desk has lost its seal. Please bring back the last backup."),
    "seal-not-readable": N_(
        "This file holds no key that we can read. Please choose a file ending in .p12 or .pfx."
    ),
    "seal-wrong-password": N_("This password does not open the key. Please type it again."),
    "seal-has-no-key": N_(
        "This file holds a certificate, but no key to sign with. Please choose another one."
    ),
    "seal-not-yet-valid": N_(
        "This certificate is not valid before {date}. Please use another one until then."
    ),
    "seal-expired": N_("This certificate expired on {date}. Please use a newer one."),
}

_COMMANDS = {
    "arguments-wrong": N_("{reason}. Add --help to see how the command is written."),
    "answer-not-used": N_("This is not asked for here, and does not go into the filing."),
    "answer-not-written": N_("There is no room for the answer. Please make room on the disk."),
    "unforeseen": N_(
        "This did not work, and it is not your fault. Please give this line to whoever looks "
        "after the computer: {kind}."
    ),
}

PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        **_ANSWERS,
        **_AGREEMENTS,
        **_ADVICE,
        **_STORE,
        **_FILES,
        **_COMMANDS,
        **SIGNING_PROBLEMS,
        **PACK_PROBLEMS,
    }
)
"""The sentence of every code there is."""


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = ("date", "from_day")
_NUMBERS = ("attached", "count", "least", "length", "megabytes", "most")
"""Facts that each language writes in its own way; others stand as they are written in a file."""


def sentence(problem: Problem, words: Words) -> str:
    """What is wrong and how to mend it. Raises KeyError for a code that nobody has put in words."""
    facts = {key: _fact(key, fact, words) for key, fact in problem.facts.items()}
    said = words.say(PROBLEMS[problem.code], **facts)
    if problem.facts.get("meant"):
        meant = words.say("Did you mean “{meant}”?", meant=problem.facts["meant"])
        return words.together([said, meant])
    return said


def _fact(key: str, fact: str, words: Words) -> str:
    if key in _DAYS and _DAY.fullmatch(fact):
        return words.day(date.fromisoformat(fact))
    if key in _NUMBERS and fact.replace(".", "", 1).isdecimal():
        return words.number(float(fact))
    return fact
