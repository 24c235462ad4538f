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
    "answers-material-twice": N_("The paper “{name}” is given twice. Keep one."),
    "answers-files-differ": N_(
        "A paper in the state “attached” names its files, and no other does. This one is “{state}”."
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
    "pack-repair-missing": N_("This page shows how to repair a record, but the text is missing."),
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
}

_TABLES = {
    "packs-missing": N_("There is no pack in this folder."),
    "pack-not-utf8": N_("This file is not UTF-8 text. Save it as UTF-8."),
    "pack-not-toml": N_("This line is not TOML: {reason}."),
    "pack-file-unread": N_("Nothing reads this file. Check its folder and its ending."),
    "pack-id-differs": N_("The pack is called “{name}”, its folder “{folder}”. Use one name."),
    "pack-parent-unknown": N_("There is no pack “{name}” to inherit from."),
    "pack-parent-circle": N_("“{name}” inherits from itself. A pack needs a parent above it."),
    "pack-table-misplaced": N_("“{key}” does not belong into this file."),
    "pack-key-missing": N_("“{key}” is missing. Please add it."),
    "pack-key-unknown": N_("There is no key “{key}” here."),
    "pack-id-twice": N_("The id “{name}” is used twice in [[{table}]]. Give each its own."),
    "pack-value-unknown": N_("“{name}” is not possible here. Possible are: {offered}."),
    "pack-count-refused": N_("This count must be a whole number above zero."),
    "pack-wrong-type": N_("“{key}” must be: {expected}."),
    "pack-clock-unknown": N_("There is no time limit “{name}” in the pack above to replace."),
    "pack-clock-prefix": N_("The id “{name}” of a time limit must begin with “{prefix}/”."),
    "pack-authority-unknown": N_("There is no authority “{name}”."),
    "pack-ground-unknown": N_("There is no ground “{name}”."),
    "pack-ground-idle": N_(
        "The ground “{name}” says nothing under “{key}”. It could never be used."
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
    "pack-count-unverified": N_(
        "“{name}” gives a period, but is not verified. Leave the count out."
    ),
    "pack-authority-without-source": N_(
        "The authority “{name}” cites nothing. Say where it is from."
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

PACK_PROBLEMS = {
    **_ANSWERS_FILES,
    **_CALENDARS,
    **_WAYS,
    **_TABLES,
    **_LETTERS,
    **_LAW,
    **_EXAMPLES,
}
"""Code to sentence, for the pack linter and the command line."""
