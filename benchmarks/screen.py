"""A screen in memory (Xvfb) for the benchmarks, and its pixels as they are at this moment."""

import mmap
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1280, 800


class Screen:
    """`display` is its name for whoever shall appear on it."""

    def __init__(self, display: str, folder: str) -> None:
        self.display = display
        with (Path(folder) / "Xvfb_screen0").open("rb") as file:
            self._pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # X11/XWDFile.h: the length of the header, and how many colours of 12 bytes follow it
        colours = int.from_bytes(self._pixels[76:80], "big")
        self._first = int.from_bytes(self._pixels[:4], "big") + 12 * colours

    def is_empty(self) -> bool:
        """Whether somewhere in its middle and at its edges it is still black."""
        spots = (self._first + 4 * (WIDTH * y + x) for x in (40, 640, 1200) for y in (30, 400, 760))
        return not all(any(self._pixels[spot : spot + 3]) for spot in spots)


@contextmanager
def screen(folder: str) -> Iterator[Screen]:
    """A screen whose pixels lie in a file in `folder`."""
    if not shutil.which("Xvfb"):
        raise SystemExit("Xvfb is missing (Debian: xvfb)")
    read, write = os.pipe()
    size = ("-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder)
    command = ("Xvfb", "-displayfd", str(write), *size, "-nolisten", "tcp", "-noreset")
    server = subprocess.Popen(command, pass_fds=(write,))
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise SystemExit("no screen came")
        yield Screen(f":{number}", folder)
    finally:
        server.terminate()
        server.wait()
