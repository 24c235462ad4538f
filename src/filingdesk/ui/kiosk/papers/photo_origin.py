"""When and where a photo was taken: told to the person, and kept only where they want it."""

from PySide6.QtCore import Signal

from filingdesk.core.answers import AttachedFile
from filingdesk.core.pages import sources
from filingdesk.ui.kiosk.papers.page_words import PageWords
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.words.catalogue import Words

_KEEP = "keep"


def has_origin(file: AttachedFile) -> bool:
    """Whether a camera wrote anything into what is shown of a file."""
    return any(each.camera is not None for each in sources(file))


class PhotoOrigin(ChoiceCards):
    """For a file of which `has_origin` holds. Signal `wanted(bool)`."""

    wanted = Signal(bool)

    def __init__(self, look: Look, words: Words, number: int, file: AttachedFile) -> None:
        say = words.say
        photos = [each for each in sources(file) if each.camera is not None]
        cameras = [each.camera for each in photos if each.camera is not None]
        told = "\n".join(PageWords(words).taken(each) for each in cameras)
        if all(each.latitude is None for each in cameras):
            title = say("Keep the time of this photo")
        else:
            title = say("Keep the place and time of this photo")
        why = say("They are printed under the photo. If you do not tick this, they stay out.")
        name = say("File {number}: {title}", number=number, title=title)
        super().__init__(look, name, [Choice(_KEEP, title, f"{told}\n{why}")], several=True)
        self.set_values((_KEEP,) if any(each.keeps_taken for each in photos) else ())
        self.changed.connect(lambda values: self.wanted.emit(bool(values)))
