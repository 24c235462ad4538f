"""The files a person brought, byte for byte, inside the filing: only where they want it."""

from collections.abc import Sequence
from pathlib import Path

from filingdesk.core.answers import AttachedFile, MaterialAnswer
from filingdesk.core.pages import sources
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.stick_files import read


class Originals:
    """Where each file lies is remembered as long as the person is here, and nowhere else."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def remember(self, file: AttachedFile, path: Path) -> None:
        """Where a file was read."""
        self._session.spare[_key(file)] = str(path)

    def keep(self, draft: Draft, material: str) -> Draft:
        """With the originals of all files of a paper. Reads the stick: beside the window.

        Raises UserProblem: original-gone where one is not where it was.
        """
        desk = self._session.desk
        for file in desk.said_of(draft, material).files:
            for part in sources(file):
                if not part.original_size:
                    draft = desk.keep_original(draft, material, file.id, self._read(part))
        return draft

    def drop(self, draft: Draft, material: str) -> Draft:
        """Without any; they are off the disk."""
        desk = self._session.desk
        for file in desk.said_of(draft, material).files:
            draft = desk.drop_original(draft, material, file.id)
        return draft

    def _read(self, file: AttachedFile) -> bytes:
        path = self._session.spare.get(_key(file))
        if path is None:
            raise UserProblem(Problem("file", "original-gone"))
        try:
            return read(Path(path))
        except UserProblem:
            raise UserProblem(Problem("file", "original-gone")) from None


def are_kept(said: MaterialAnswer) -> bool:
    """Whether the original of every file is kept."""
    parts: Sequence[AttachedFile] = [part for file in said.files for part in sources(file)]
    return bool(parts) and all(part.original_size for part in parts)


def _key(file: AttachedFile) -> str:
    return f"original:{file.sha256}"
