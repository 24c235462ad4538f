"""What files and pages are called, as a person sees them and a screen reader says them."""

from datetime import datetime

from filingdesk.core.answers import WHOLE, AttachedFile, PageEdit, Taken
from filingdesk.core.pages import edits_of
from filingdesk.words.catalogue import N_, Words

_TURNS = {
    90: N_("turned right"),
    180: N_("turned upside down"),
    270: N_("turned left"),
}


class PageWords:
    """In one language."""

    def __init__(self, words: Words) -> None:
        self._words, self._say = words, words.say

    def of_file(self, number: int, file: AttachedFile) -> str:
        """File 1, pages: 3 · 决定书.pdf."""
        told = self._say("File {number}, pages: {pages}", number=number, pages=file.pages)
        return f"{told} · {file.name}" if file.name else told

    def of_page(self, number: int, file: AttachedFile, place: int) -> str:
        """File 1, page 2 of 3, turned right."""
        name = self._say(
            "File {number}, page {page} of {pages}",
            number=number,
            page=place + 1,
            pages=file.pages,
        )
        return self._with_edit(name, edits_of(file)[place])

    def in_its_file(self, file: AttachedFile, place: int) -> str:
        """Page 2 of 3, turned right."""
        name = self._say("Page {page} of {pages}", page=place + 1, pages=file.pages)
        return self._with_edit(name, edits_of(file)[place])

    def taken(self, taken: Taken) -> str:
        """What a camera wrote: when, and where as coordinates; in a sentence each."""
        sentences = []
        if taken.at:
            sentences.append(self._say("Time: {time}", time=self._time(taken.at)))
        if taken.latitude is not None and taken.longitude is not None:
            place = f"{taken.latitude:.5f}°, {taken.longitude:.5f}°"
            sentences.append(self._say("Place: {place} (latitude, longitude)", place=place))
        return "\n".join(sentences)

    def _time(self, at: str) -> str:
        """As the camera's own clock showed it."""
        try:
            return self._words.moment(datetime.fromisoformat(at).replace(tzinfo=None))
        except ValueError:
            return at

    def _with_edit(self, name: str, edit: PageEdit) -> str:
        parts = [name]
        if edit.turn:
            parts.append(self._say(_TURNS[edit.turn]))
        if edit.crop != WHOLE:
            parts.append(self._say("cut to a part"))
        return ("，" if self._words.is_chinese else ", ").join(parts)
