"""A program that is watched while it runs: its seconds, its share of the cores, its memory."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.02  # seconds
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Watched:
    """`cpu` in seconds, of all its processes; memory in MB: of the first, and of all at once."""

    seconds: float
    cpu: float
    peak: float
    peak_of_all: float
    said: str


def watch(command: Sequence[str], environment: Mapping[str, str]) -> Watched:
    """Run it to its end. Raises SystemExit with what it said where it fails."""
    spent, begun = _spent(), time.perf_counter()
    running = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    peak = peak_of_all = 0.0
    while running.poll() is None:
        peak = max(peak, _peak_of(running.pid))
        peak_of_all = max(peak_of_all, _of_group(running.pid))
        time.sleep(_EVERY)
    seconds = time.perf_counter() - begun
    said = running.stdout.read() if running.stdout else ""
    if running.returncode:
        raise SystemExit(f"{' '.join(command)} failed\n{said}")
    return Watched(seconds, _spent() - spent, peak, max(peak, peak_of_all), said)


def _spent() -> float:
    """What ended processes of ours have taken, and what theirs had."""
    times = os.times()
    return times.children_user + times.children_system


def _peak_of(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(each.split()[1]) / 1024 for each in lines if each.startswith("VmHWM"))


def _of_group(group: int) -> float:
    """Pages that several share count for each: it is never less than what is used."""
    pages = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            pages += int(fields[21])
    return pages * _PAGE / _MEGABYTE
