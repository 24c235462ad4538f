"""The pages of a draft's papers: turned, cut, moved, parted, joined; their originals, their words.

Every verb gives a new draft and leaves the kept pages as they are: keeping the old draft is going
back. All raise UserProblem for what is not there any more: page-gone, file-unknown.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256

from filingdesk.core import pages
from filingdesk.core.answers import Answers, AttachedFile, PageEdit
from filingdesk.core.ports import Draft, Found, SafeFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk.drafting import Drafting

_QUESTIONS = {
    "number": ("document_number",),
    "organ": ("deciding_authority",),
    "day": ("decided_on",),
    "credit_code": ("credit_code", "shop_code"),
}
"""Where a pack asks for what a decision says of itself."""

_DECISION = "decision"
"""How packs end the id of a paper that is one, such as listing-decision."""


@dataclass(frozen=True, slots=True, repr=False)
class Suggestion:
    """What a paper seems to answer; `said` is the answer so far. A person confirms it, or not."""

    question: str
    found: Found
    said: str


class Papers(Drafting):
    """What is done with papers that were attached."""

    def attach_each(
        self,
        draft: Draft,
        material: str,
        untrusted_files: Sequence[tuple[str, Callable[[], bytes]]],
        told: Callable[[int], None] = lambda _done: None,
        *,
        keep_originals: bool = False,
    ) -> tuple[Draft, tuple[Problem, ...]]:
        """Take several files in at once, each with its name and a way to read it, in their order.

        `told` hears how many are done; an exception out of it gives the rest up. What is wrong with
        a file is told at its number, "3", and stops no other. An original that is kept is read once
        more, while others are made into pages.
        """
        problems: list[Problem] = []
        opened = [read for _, read in untrusted_files]
        with closing(self.doors.intake.read_each(opened)) as papers:
            for number, found in enumerate(papers, 1):
                try:
                    if isinstance(found, UserProblem):
                        raise found
                    name, read = untrusted_files[number - 1]
                    original = _again(read, found) if keep_originals else b""
                    draft = self._take_in(draft, material, found, name, original)
                except UserProblem as refused:
                    problems += (replace(each, where=str(number)) for each in refused.problems)
                told(number)
        return draft, tuple(problems)

    def rotate_page(
        self, draft: Draft, material: str, file: str, place: int, degrees: int = 90
    ) -> Draft:
        """Turn a page clockwise, in steps of 90 degrees; `place` counts from 0."""
        return self._change(draft, material, file, lambda each: pages.rotated(each, place, degrees))

    def crop_page(
        self, draft: Draft, material: str, file: str, place: int, crop: tuple[int, int, int, int]
    ) -> Draft:
        """Cut a page to left, upper, right, lower, in thousandths. Raises: crop-too-small."""
        return self._change(draft, material, file, lambda each: pages.cropped(each, place, crop))

    def move_page(self, draft: Draft, material: str, file: str, place: int, to: int) -> Draft:
        """Put a page at another place of its file."""
        return self._change(draft, material, file, lambda each: pages.moved(each, place, to))

    def remove_page(self, draft: Draft, material: str, file: str, place: int) -> Draft:
        """Leave a page out. Raises UserProblem: page-last."""
        return self._change(draft, material, file, lambda each: pages.without(each, place))

    def restore_pages(self, draft: Draft, material: str, file: str) -> Draft:
        """Show every page as it came in, also those that were left out."""
        found = self._file(draft, material, file)
        kept = [(id, len(self.doors.store.file(draft.id, id).pages)) for id in pages.holders(found)]
        return self._change(draft, material, file, lambda each: pages.restored(each, kept))

    def split_file(self, draft: Draft, material: str, file: str, place: int) -> Draft:
        """Two files; the second begins with this page. Raises UserProblem: split-at-end."""
        both = pages.split(self._file(draft, material, file), place, self._new_id())
        return self._put(draft, material, {file: both})

    def merge_files(self, draft: Draft, material: str, first: str, second: str) -> Draft:
        """One file of two of the same material: the second's pages follow the first's."""
        if first == second:
            return draft
        added = self._file(draft, material, second)
        joined = pages.merged(self._file(draft, material, first), added)
        return self._put(draft, material, {first: (joined,), second: ()})

    def keep_taken(self, draft: Draft, material: str, file: str, *, keeps: bool) -> Draft:
        """Print when and where a photo was taken, and put it into the filing; or do not.

        A file that others were joined to keeps it of all, or of none.
        """
        for part in pages.sources(self._file(draft, material, file)):
            draft = self._with_source(
                draft, material, part.id, lambda each: replace(each, keeps_taken=keeps)
            )
        return draft

    def keep_original(
        self, draft: Draft, material: str, file: str, untrusted_content: bytes
    ) -> Draft:
        """Keep the bytes that a person brought inside, of a file or of one that was joined to it.

        Raises UserProblem: original-differs.
        """
        digest = sha256(untrusted_content).hexdigest()
        parts = pages.sources(self._file(draft, material, file))
        part = next((each for each in parts if each.sha256 == digest), None)
        if part is None:
            raise UserProblem(Problem("file", "original-differs"))
        self.doors.store.save_original(draft.id, part.id, untrusted_content)
        size = len(untrusted_content)
        return self._with_source(
            draft, material, part.id, lambda each: replace(each, original_size=size)
        )

    def drop_original(self, draft: Draft, material: str, file: str) -> Draft:
        """Only the pages are filed; the bytes that a person brought are off the disk."""
        for part in pages.sources(self._file(draft, material, file)):
            self.doors.store.erase_original(draft.id, part.id)
            draft = self._with_source(
                draft, material, part.id, lambda each: replace(each, original_size=0)
            )
        return draft

    # ---------------------------------------------------------------- what is filed

    def shown(self, draft: Draft, file: AttachedFile) -> SafeFile:
        """The pages of a file as they are shown, printed and filed: turned, cut, in their order."""
        kept = {id: self.doors.store.file(draft.id, id).pages for id in pages.holders(file)}
        edits = pages.edits_of(file)
        jpegs = tuple(self.doors.intake.edit(_page(kept, each), each) for each in edits)
        size = sum(map(len, jpegs))
        return SafeFile(jpegs, file.sha256, size, file.taken, file.ending)

    def originals(self, draft: Draft, file: AttachedFile) -> tuple[tuple[AttachedFile, bytes], ...]:
        """The originals that are kept of a file's pages: what each was, and its bytes."""
        return tuple(
            (each, self.doors.store.original(draft.id, each.id))
            for each in pages.sources(file)
            if each.original_size
        )

    def leaving(self, draft: Draft) -> Answers:
        """The answers as they go into a filing: without names of files and unasked places."""
        question = self._materials_question(draft)
        said = tuple(
            replace(each, files=tuple(map(pages.leaving, each.files)))
            for each in self.materials_said(draft)
        )
        return draft.answers.say(question, said) if question else draft.answers

    # ---------------------------------------------------------------- what is read

    def can_read(self, material: str) -> bool:
        """Whether this is a decision, and the part that reads photographed ones is installed."""
        is_decision = material.rpartition("-")[2] == _DECISION
        return is_decision and self.doors.intake.can_read_words()

    def suggestions(self, draft: Draft, material: str, file: str) -> tuple[Suggestion, ...]:
        """What the pages seem to answer, the likeliest of each question; nothing is answered.

        Raises UserProblem: words-not-installed, words-not-readable.
        """
        shown = self.shown(draft, self._file(draft, material, file))
        found = self.doors.intake.decision(shown.pages)
        asked = {each.id for each in self.interview(draft).asked_on_path(draft.answers)}
        likeliest: dict[str, Found] = {}
        for each in found:
            for question in _QUESTIONS.get(each.what, ()):
                if question in asked:
                    likeliest.setdefault(question, each)
        said = {question: draft.answers.text(question) for question in likeliest}
        return tuple(
            Suggestion(question, each, said[question])
            for question, each in likeliest.items()
            if said[question] != each.value
        )

    # ---------------------------------------------------------------- inside

    def _file(self, draft: Draft, material: str, file: str) -> AttachedFile:
        files = self.said_of(draft, material).files
        found = next((each for each in files if each.id == file), None)
        if found is None:
            raise UserProblem(Problem("file", "file-unknown"))
        return found

    def _with_source(
        self,
        draft: Draft,
        material: str,
        id: str,
        change: Callable[[AttachedFile], AttachedFile],
    ) -> Draft:
        """What came in as one file may be shown by several, where it was parted."""
        old = self.said_of(draft, material)
        files = tuple(pages.with_source(each, id, change) for each in old.files)
        return self.say_of(draft, replace(old, files=files))

    def _change(
        self,
        draft: Draft,
        material: str,
        file: str,
        change: Callable[[AttachedFile], AttachedFile],
    ) -> Draft:
        return self._put(draft, material, {file: (change(self._file(draft, material, file)),)})

    def _put(
        self, draft: Draft, material: str, instead: dict[str, tuple[AttachedFile, ...]]
    ) -> Draft:
        old = self.said_of(draft, material)
        files = tuple(new for each in old.files for new in instead.get(each.id, (each,)))
        return self.say_of(draft, replace(old, files=files))


def _again(read: Callable[[], bytes], safe: SafeFile) -> bytes:
    """The bytes that the pages were made from. Raises UserProblem: original-differs."""
    content = read()
    if sha256(content).hexdigest() != safe.sha256:
        raise UserProblem(Problem("file", "original-differs"))
    return content


def _page(kept: dict[str, tuple[bytes, ...]], edit: PageEdit) -> bytes:
    """Raises UserProblem: page-gone."""
    if not 0 <= edit.page < len(kept[edit.of]):
        raise UserProblem(Problem("file", "page-gone"))
    return kept[edit.of][edit.page]
