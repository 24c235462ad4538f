"""What is wrong in a file that somebody wrote: packs, calendars and answers, told to its author."""

from filingdesk.words.catalogue import N_

_ANSWERS_FILES = {
    "answers-not-utf8": N_("This file is not UTF-8 text. Save it as UTF-8."),
    "answers-not-toml": N_("This line is not TOML. Check quotes and brackets here and above."),
    "answers-format": N_("This file has a format that is not known here. Write format = {known}."),
    "answers-key-missing": N_("“{key}” is missing. Please add it."),
    "answers-key-unknown": N_("There is no key “{key}” here."),
    "answers-wrong-type": N_("This must be: {expected}."),
    "answers-choice-unknown": N_("This is not offered. Possible are: {offered}."),
    "answers-question-unknown": N_("No question has this id."),
    "answers-jurisdiction-differs": N_(
        "The head of this file names another place. Write the same one here, or leave this out."
    ),
    "answers-material-misplaced": N_("Papers are given as [[material]] tables, not as an answer."),
    "answers-material-not-asked": N_("This kind of filing asks for no papers."),
    "answers-material-missing": N_("Add [[material]] with id = “{name}” and its state."),
    "answers-material-twice": N_("The paper “{name}” is given twice. Keep one."),
    "answers-files-differ": N_(
        "A paper in the state “attached” names its files, and no other does. This one is “{state}”."
    ),
    "answers-kind-differs": N_(
        "These answers lead to “{led_to}”. Name that kind, or change the answers."
    ),
    "answers-file-outside": N_(
        "Files are named from the folder of this file, without “..” and without a leading slash."
    ),
}

_CALENDARS = {
    "calendar-empty": N_("This folder holds no year. Add one file for each year."),
    "calendar-year-missing": N_("The year {year} is missing between the others. Add its file."),
    "calendar-not-utf8": N_("This file is not UTF-8 text. Save it as UTF-8."),
    "calendar-not-toml": N_("This line is not TOML. Check quotes and brackets here and above."),
    "calendar-year-differs": N_("The file is named after another year. Write year = {year}."),
    "calendar-key-missing": N_("“{key}” is missing. Please add it."),
    "calendar-key-unknown": N_("There is no key “{key}” in a calendar. Check its spelling."),
    "calendar-wrong-type": N_("This must be: {wanted}."),
    "calendar-text-empty": N_("“{key}” is empty. Please fill it in."),
    "calendar-span-backwards": N_("This holiday ends before it starts, on {day}."),
    "calendar-make-up-on-weekday": N_(
        "{day} is not a Saturday or Sunday. Make-up working days lie on a weekend."
    ),
    "calendar-day-outside-year": N_("{day} belongs to another year's file."),
    "calendar-day-twice": N_("{day} is listed twice. Keep one."),
}

_WAYS = {
    "page-twice": N_("This id names two pages. Give each its own."),
    "question-twice": N_("This question is asked on two pages. Ask it once."),
    "page-unknown": N_("There is no page “{name}” to lead to."),
    "question-unknown": N_("There is no question “{name}” to ask."),
    "dead-end": N_(
        "This page does not always lead on. Its last way must have no condition, "
        "unless the page ends the interview."
    ),
    "cycle": N_("This page leads back to itself. Somebody could walk in a circle for ever."),
    "page-unreachable": N_("No way leads to this page. Lead to it, or take it out."),
    "pack-pages-missing": N_("“{name}” has no pages. Add at least one."),
    "pack-page-empty": N_("This page asks nothing. Add a question, or say what it shows."),
    "pack-page-reserved": N_("The window has a page “{page}” of its own. Choose another id."),
    "pack-materials-not-alone": N_(
        "A page that asks for papers asks nothing else. Give “{name}” a page of its own."
    ),
    "pack-question-unasked": N_("The question “{name}” stands on no page. Ask it, or take it out."),
    "pack-intro-missing": N_(
        "This page sends people to another body. Say in its intro which one, and how."
    ),
    "pack-condition-too-early": N_(
        "This condition looks at “{name}”, which has not been asked by then."
    ),
    "pack-condition-unclear": N_(
        "A condition names one question or one fact, and one test: equals, one_of or answered."
    ),
    "pack-fact-unknown": N_("There is no fact “{name}” to test here."),
    "pack-question-unknown": N_("There is no question “{name}”."),
    "pack-choice-unknown": N_("“{question}” does not offer “{name}”."),
    "pack-choices-differ": N_(
        "“{name}” must offer choices if it is one to choose from, and none otherwise."
    ),
    "pack-section-unknown": N_("There is no section “{name}”."),
    "pack-edge-unclear": N_("A way leads to one page, or into one kind of filing. Name one."),
    "pack-edge-misplaced": N_("Only the pages of triage.toml lead into a kind of filing."),
    "pack-enter-missing": N_("“{name}” does not say with enter at which page it goes on."),
    "pack-kind-unknown": N_("There is no other kind of filing called “{name}”."),
    "pack-kind-unreachable": N_("No answer leads to “{name}”. Lead to it in triage.toml."),
    "pack-triage-missing": N_(
        "A pack with several kinds of filing needs a triage.toml that leads to each of them."
    ),
}

_TABLES = {
    "packs-missing": N_("There is no pack in this folder."),
    "packs-missing-in-pack": N_("This is the folder of one pack. Name the folder that holds it."),
    "pack-not-utf8": N_("This file is not UTF-8 text. Save it as UTF-8."),
    "pack-not-toml": N_("This line is not TOML: {reason}."),
    "pack-not-toml-near-hash": N_(
        "This line is not TOML: {reason}. Is a # left before or after it, in lines that belong "
        "together?"
    ),
    "pack-signs-full-width": N_(
        'This line is not TOML: {reason}. Are the signs " and = typed with a Chinese keyboard?'
    ),
    "pack-file-unread": N_("Nothing reads this file. Check its folder and its ending."),
    "pack-id-differs": N_("The pack is called “{name}”, its folder “{folder}”. Use one name."),
    "pack-parent-unknown": N_("There is no pack “{name}” to inherit from."),
    "pack-parent-circle": N_("“{name}” inherits from itself. A pack needs a parent above it."),
    "pack-table-misplaced": N_("“{key}” does not belong into this file."),
    "pack-key-missing": N_("“{key}” is missing. Please add it."),
    "pack-key-missing-in-new": N_(
        "“{key}” is missing. The pack above has no [[{table}]] “{id}”, so this is a new one "
        "and needs “{key}”."
    ),
    "pack-key-unknown": N_("There is no key “{key}” here."),
    "pack-id-twice": N_("The id “{name}” is used twice in [[{table}]]. Give each its own."),
    "pack-value-unknown": N_("“{name}” is not possible here. Possible are: {offered}."),
    "pack-value-contradicts": N_(
        "“{key}” contradicts the rest of this time limit. Please compare it with docs/packs.md."
    ),
    "pack-must-end-without-start": N_(
        "“must_end” needs “start”. A time limit that only follows another cannot have it."
    ),
    "pack-table-unnamed": N_(
        "These lines belong to a table. Is the [[…]] line above them still behind a #?"
    ),
    "pack-count-refused": N_("This count must be a whole number above zero."),
    "pack-wrong-type": N_("“{key}” must be: {expected}."),
    "pack-clock-unknown": N_("There is no time limit “{name}” in the pack above to replace."),
    "pack-clock-not-followed": N_("There is no time limit “{name}” in this kind to follow."),
    "pack-clock-prefix": N_("The id “{name}” of a time limit must begin with “{prefix}/”."),
    "pack-authority-unknown": N_("There is no authority “{name}”."),
    "pack-ground-unknown": N_("There is no ground “{name}”."),
    "pack-ground-idle": N_(
        "The ground “{name}” says nothing under “{key}”. It could never be used."
    ),
    "pack-part-unknown": N_("There is no part “{name}” to use."),
    "pack-part-leads-nowhere": N_(
        "The part “{name}” leads on to another page. Name that page with then."
    ),
    "pack-part-without-exit": N_("The part “{name}” ends the interview itself. Leave out then."),
    "pack-addressee-not-asked": N_("“{name}” does not ask for an organ."),
    "pack-clock-differs": N_(
        "The time limit “{name}” stands otherwise in {other}. Make both say the same."
    ),
    "pack-start-not-a-date": N_("“{name}” does not ask for a date, so no period starts from it."),
}

_LETTERS = {
    "pack-template-unknown": N_("There is no letter “{name}” in templates."),
    "pack-block-unknown": N_("There is no block “{name}” in a letter."),
    "pack-place-unknown": N_("There is nothing called “{{{name}}}” to put into this sentence."),
    "pack-place-broken": N_("A named place is not closed. Write it as {name}."),
    "pack-catalogue-missing": N_("This translation is missing. Add the file."),
    "pack-catalogue-broken": N_("This translation cannot be read: {reason}."),
    "pack-text-missing": N_("This text has no entry yet: {text}"),
    "pack-text-unused": N_("No pack says this any more. Take it out: {text}"),
    "pack-text-untranslated": N_("This text is not translated yet: {text}"),
    "pack-text-fuzzy": N_("The text has changed. Check its translation: {text}"),
    "pack-text-differs": N_("{other} translates this text otherwise. Say it alike: {text}"),
    "pack-text-places-differ": N_("The translation must have the same named places as: {text}"),
}

_LAW = {
    "pack-citation-unknown": N_("There is no citation “{name}”."),
    "pack-citation-without-source": N_("“{name}” is marked as verified, but names no address."),
    "pack-quote-without-statute": N_("“{name}” quotes the law, but does not say which file it is."),
    "pack-statute-unknown": N_("There is no statute file “{name}”."),
    "pack-article-unknown": N_("“{statute}” has no article {name}."),
    "pack-quote-not-found": N_("“{name}” quotes words that do not stand in “{statute}”."),
    "pack-article-differs": N_("In “{statute}” these words stand in {found}, not in {name}."),
    "pack-verified-without-source": N_("“{name}” is marked as verified, but cites nothing."),
    "pack-verified-by-unverified": N_(
        "“{name}” is marked as verified, but cites nothing that is verified: {cited}."
    ),
    "pack-count-not-quoted": N_(
        "“{name}” counts {number}. This number does not stand in the words that it quotes."
    ),
    "pack-count-unverified": N_(
        "“{name}” gives a period, but is not verified. "
        "Leave the count out, or write verified = true when you have read it in the law."
    ),
    "pack-extension-uncited": N_(
        "“{name}” can be extended by a number that names no source. "
        "Add citations to its extension, or leave it out."
    ),
    "pack-authority-without-source": N_(
        "The authority “{name}” cites nothing. Say where it is from. "
        "A [[citation]] with only “law” will do."
    ),
    "pack-contact-unverified": N_(
        "“{name}” shows an address that is not verified. Verify it, or leave it out."
    ),
    "pack-effect-backwards": N_("“{name}” ends before it begins."),
    "pack-effects-overlap": N_(
        "“{name}” and “{other}” of one regime hold on the same days. Only one can."
    ),
}

_EXAMPLES = {
    "pack-example-missing": N_("There is no example for “{name}”. Add one."),
    "pack-example-elsewhere": N_("This example belongs to “{name}”. Move it there."),
    "pack-example-file-missing": N_("The file “{name}” of this example is missing."),
}

_PROOFS = {
    "scenario-kind-unknown": N_("There is no kind of filing called “{name}” here."),
    "scenario-elsewhere": N_("This scenario belongs to “{name}”. Move it there."),
    "scenario-answer-unasked": N_(
        "“{name}” answers “{question}”, which is not asked on this way. Take it out."
    ),
    "scenario-problem-unforeseen": N_(
        "In “{name}” the answer to “{question}” cannot stand ({code}). "
        "Change it, or expect the problem."
    ),
    "scenario-differs": N_("“{name}” expects {key} to be “{expected}”. It is “{found}”."),
    "scenario-sentence-missing": N_("“{name}” expects this in the letter: {text}"),
    "scenario-sentence-present": N_("“{name}” expects that the letter does not say: {text}"),
    "scenario-without-letter": N_(
        "“{name}” makes no letter, so that nothing can stand in it: {text}"
    ),
    "explored-page-never-reached": N_("No answers lead to the page “{name}”."),
    "explored-question-never-asked": N_("No answers lead to the question “{name}”."),
    "explored-ground-never-supported": N_("No answers support the ground “{name}”."),
    "explored-sentence-never-said": N_("No answers bring this sentence into the letter: {text}"),
    "explored-line-never-said": N_("No answers bring this line into the letter: {text}"),
    "explored-material-never-asked": N_("No answers lead to the paper “{name}”."),
    "explored-attachment-never-made": N_("No answers lead to the attachment “{name}”."),
    "explored-alternative-never-told": N_("No answers lead to the other filing “{name}”."),
    "explored-clock-never-concerns": N_("No answers bring a filing that “{name}” concerns."),
    "explored-rule-never-applies": N_("No answers bring a record that “{name}” concerns."),
    "pack-rule-leads-nowhere": N_(
        "When “{name}” is over, some people who could file before find no ground in “{kind}” "
        "any more. Add one, such as the ground “expired” of a new pack."
    ),
    "explored-choice-never-taken": N_("No answers lead to the choice “{name}” of “{question}”."),
    "explored-addressee-never-reached": N_(
        "No answers lead to this addressee of the ground “{name}”."
    ),
    "pack-rule-uncited": N_("“{name}” names no source."),
    "pack-contact-stale": N_(
        "The address of “{name}” should have been looked at by {day}. Please look, "
        "and write a new contact_check_by."
    ),
}

_BUNDLES = {
    "pack-head-missing": N_("There is no pack.toml in this folder, so it is no pack."),
    "pack-name-unfit": N_(
        "“{name}” cannot name a pack. Use small letters a to z, numbers, and hyphens between them."
    ),
    "pack-file-name-unfit": N_(
        "The name of this file does not fit every computer. Leave out signs such as : and *."
    ),
    "pack-version-unfit": N_(
        "A version is numbers with points between them. Write it like 2026.11.1."
    ),
    "bundle-not-readable": N_("This is not a pack, or it is damaged. Please get the file again."),
    "bundle-too-large": N_("This file is too large for a pack. Please ask its publisher."),
    "bundle-unsafe": N_(
        "“{name}” in this file could harm the desk. Nothing of it was used. Do not try it again."
    ),
    "bundle-name-twice": N_("“{name}” is twice in this file. Please ask its publisher."),
    "bundle-format": N_(
        "This file is no pack that this program can read. It reads {known}. "
        "Please update the program, or ask the publisher."
    ),
    "bundle-manifest-broken": N_("The list of contents in this file is damaged. Get it again."),
    "bundle-manifest-differs": N_(
        "The list of contents does not fit the pack in “{name}”. Please ask its publisher."
    ),
    "bundle-file-missing": N_("“{name}” is missing in this file. Please get the file again."),
    "bundle-file-extra": N_(
        "“{name}” is in this file and does not belong there. Please get the file again."
    ),
    "bundle-file-changed": N_(
        "“{name}” was changed after the pack was made. Please get the file from its publisher."
    ),
    "bundle-signature-broken": N_(
        "The signature does not fit this pack: it was changed. Get the file from its publisher."
    ),
    "bundle-unsigned": N_(
        "Nobody has signed “{name}”. Ask for a signed file, "
        "or allow it with --allow-unsigned if you made it yourself."
    ),
    "bundle-signer-unknown": N_(
        "“{name}” is signed with the key {key}, which this desk does not know. "
        "If you know whose it is, name it with “packs trust”."
    ),
    "pack-older": N_(
        "“{name}” {version} is older than {used}, which is in use. "
        "To use it nevertheless, allow it with --allow-older."
    ),
    "pack-version-taken": N_(
        "There is another “{name}” {version} here with other contents. "
        "The publisher must give each change a version of its own."
    ),
    "pack-parent-missing": N_("“{name}” builds on “{parent}”. Install that pack first."),
    "pack-never-changed": N_("There is no earlier version of “{name}” to go back to."),
    "pack-version-missing": N_(
        "“{name}” {version} is not on this desk any more, or it is damaged. "
        "Days that it counted are counted by the rules of today."
    ),
    "packs-not-writable": N_(
        "The folder of the packs cannot be written. Please ask whoever looks after this computer."
    ),
    "pack-id-taken": N_("There is a pack called “{name}” already. Choose another id."),
    "pack-folder-exists": N_(
        "There is a folder of this name already. It was left as it is. Choose another id or place."
    ),
    "pack-folder-not-writable": N_("No folder can be made here. Name another place with --at."),
    "place-without-name": N_("Name the place as papers write it."),
    "statute-without-articles": N_(
        "This is not a statute's text. Its first line is the name of the law; every article begins "
        "a line with its number."
    ),
    "statute-article-missing": N_("The statute has no article {number}."),
    "key-exists": N_("There is a key in this file already. Name another file."),
    "key-not-readable": N_("This is not a key as a PEM file. Please choose another file."),
    "key-is-private": N_(
        "This is a private key, which only its owner may have. Ask for the public one."
    ),
    "key-not-ed25519": N_("Packs are signed with Ed25519. Make such a key with “packs key”."),
    "key-wrong-passphrase": N_("The passphrase does not open this key. Please try again."),
}

PACK_PROBLEMS = {
    **_ANSWERS_FILES,
    **_CALENDARS,
    **_WAYS,
    **_TABLES,
    **_LETTERS,
    **_LAW,
    **_EXAMPLES,
    **_PROOFS,
    **_BUNDLES,
}
"""Code to sentence, for the pack linter and the command line."""
