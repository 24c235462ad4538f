"""Saving what is inside a filing into a folder of its own."""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from filingdesk import disk
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.reference import is_reference
from filingdesk.handoff.stick import problem_of

_PLAIN = "filing"


def save_files(files: Mapping[str, bytes], folder: Path, reference: str) -> Path:
    """The new folder: named by the reference, with a number where there is one already.

    The files are all there, or the folder is not. Names must be safe ones. Raises UserProblem:
    stick-full, folder-not-writable, folder-gone, copy-failed.
    """
    name = reference if is_reference(reference) else _PLAIN
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=folder))
        try:
            return _filled(part, files, folder, name)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    except OSError as error:
        raise UserProblem(problem_of(error, sum(map(len, files.values())))) from None


def _filled(part: Path, files: Mapping[str, bytes], folder: Path, name: str) -> Path:
    for each, content in files.items():
        if Path(each).name != each:
            raise UserProblem(Problem("folder", "copy-failed"))
        disk.write_new(part / each, content, 0o644)
    numbered = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    target = next(folder / each for each in numbered if not (folder / each).exists())
    with suppress(PermissionError):  # of a stick that somebody else opened, where anybody may write
        part.chmod(0o755)
    part.rename(target)
    disk.sync_folder(folder)
    return target
