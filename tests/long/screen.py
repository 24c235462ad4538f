"""A screen in memory, a window manager and a session bus: a desk to stand at, without a monitor."""

import mmap
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Self, TypeVar

from PIL import Image

PATIENCE = 20  # seconds
T = TypeVar("T")


def until(find: Callable[[], T | None], what: Callable[[], str], patience: float = PATIENCE) -> T:
    """What `find` finds, as soon as it is there; `what` says what was waited for."""
    end = time.monotonic() + patience
    while True:
        found = find()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience:g} s in vain: {what()}")
        time.sleep(0.05)


class Screen:
    """`environment` is for whoever shall appear on it. On leaving, nothing of it runs on.

    `letters` are put on keys of the keyboard that are free, two on each, as many as two hundred.
    """

    def __init__(
        self, folder: Path, letters: str = "", *, width: int = 1280, height: int = 800
    ) -> None:
        self.folder, self.letters, self.width, self.height = folder, letters, width, height
        self.environment: dict[str, str] = {}
        self._running = ExitStack()

    def __enter__(self) -> Self:
        for place in ("home", "run", "pixels"):
            (self.folder / place).mkdir(mode=0o700)
        own = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY")
        plain = {name: value for name, value in os.environ.items() if name not in own}
        self.environment = {
            **plain,
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
        }
        try:
            self._start_display()
            self._label_keys()
            self._start_bus()
            self.start(("openbox", "--sm-disable"))
        except BaseException:
            self._running.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    def start(
        self, command: Sequence[str], told: Path | None = None, **more: str
    ) -> subprocess.Popen[bytes]:
        """Run a program on this screen; it is ended with the screen, with all its children.

        What it says goes to the file `told`.
        """
        return self._group(command, {**self.environment, **more}, told=told)

    def picture(self) -> Image.Image:
        """What is on the screen at this moment."""
        with (self.folder / "pixels" / "Xvfb_screen0").open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            # X11/XWDFile.h: the length of the header, and how many colours of 12 bytes follow it
            first = int.from_bytes(content[:4], "big") + 12 * int.from_bytes(content[76:80], "big")
            pixels = content[first : first + 4 * self.width * self.height]
        return Image.frombytes("RGB", (self.width, self.height), pixels, "raw", "BGRX")

    def _start_display(self) -> None:
        read, write = os.pipe()
        size = ("-screen", "0", f"{self.width}x{self.height}x24")
        options = ("-fbdir", str(self.folder / "pixels"), "-nolisten", "tcp", "-noreset")
        command = ("Xvfb", "-displayfd", str(write), *size, *options)
        self._group(command, self.environment, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            self.environment["DISPLAY"] = f":{told.readline().strip()}"

    def _label_keys(self) -> None:
        """xdotool could give a letter a key for a moment; a busy program then misses some."""
        display = self.environment["DISPLAY"]
        said = ("xkbcomp", "-w", "0", "-xkb", display, "-")
        keyboard = subprocess.run(said, capture_output=True, check=True, text=True).stdout
        named = re.findall(r"<(I\d+|FK\d+)> = (\d+);", keyboard)
        free = (key for key, code in named if int(code) > 119)
        named_so = [f"U{ord(letter):04X}" for letter in dict.fromkeys(self.letters)]
        pairs = (named_so[place : place + 2] for place in range(0, len(named_so), 2))
        keys = "".join(
            f"key <{key}> {{ [ {', '.join(pair)} ] }};\n"
            for key, pair in zip(free, pairs, strict=False)
        )
        before, symbols = keyboard.split("\nxkb_symbols", 1)
        own, after = symbols.split("\n};", 1)
        labelled = f"{before}\nxkb_symbols{own}\n{keys}}};{after}"
        learn = ("xkbcomp", "-w", "0", "-", display)
        subprocess.run(learn, input=labelled, check=True, text=True)

    def _start_bus(self) -> None:
        command = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
        bus = self._group(command, self.environment, stdout=subprocess.PIPE)
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def _group(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        told: Path | None = None,
        stdout: int | None = None,
        pass_fds: Sequence[int] = (),
    ) -> subprocess.Popen[bytes]:
        """A process at the head of a group of its own."""
        with (told or self.folder / "told by the others").open("ab") as file:
            process = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=stdout or file,
                stderr=file,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self._running.callback(_end, process)
        return process


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it has started, first kindly."""
    for signal in (15, 9):
        try:
            os.killpg(process.pid, signal)
        except ProcessLookupError:
            break
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            continue
    if process.stdout:
        process.stdout.close()


PROGRAM = (sys.executable, "-m", "filingdesk")
"""As somebody starts it."""
