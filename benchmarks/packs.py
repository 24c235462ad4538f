"""The law at hand: all packs at start, advice for one filing, and `packs check` over all of them.

Loading is measured in processes of their own, cold (nothing was kept) and warm (the desk kept what
it read), beside reading and hashing the bytes of the same files: the least that notices a change.
Advice is compared with one walk through its interview, the check with loading every pack once.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from filingdesk import resources
from filingdesk.app import furnish
from filingdesk.core.advice import advise
from filingdesk.core.interview import compile_interview
from filingdesk.packs.check import prove_packs
from filingdesk.packs.compiled import content_key

ROUNDS = 7
LOAD = """
import sys, time
from pathlib import Path
from filingdesk.app import Furniture
begun = time.perf_counter()
shelf = Furniture(Path(sys.argv[1])).shelf
packs = [shelf.pack(each) for each in shelf.jurisdictions()]
print(time.perf_counter() - begun)
"""


def main() -> None:
    """Print medians and ratios."""
    bytes_alone = timed(lambda: content_key(resources.packs()))
    with tempfile.TemporaryDirectory() as folder:
        cold = [loaded(Path(folder) / str(number)) for number in range(ROUNDS)]
        warm = [loaded(Path(folder) / "0") for _ in range(ROUNDS)]
    tell("the bytes of all packs", bytes_alone)
    loads = statistics.median(cold)
    tell("loading all packs, cold", loads, f"{loads / bytes_alone:.0f} times the bytes")
    ready = statistics.median(warm)
    tell("loading all packs, warm", ready, f"{ready / bytes_alone:.1f} times (goal: 80 ms)")
    advice()
    begun = time.perf_counter()
    report = prove_packs(resources.packs(), resources.statutes())
    taken = time.perf_counter() - begun
    tell("packs check", taken, f"{taken / loads:.0f} times loading cold (goal: 30 s)")
    print(
        f"{report.jurisdictions} places, {report.kinds} kinds, {report.scenarios} scenarios, "
        f"{report.paths:,} ways, {report.bounds.walked} walked"
    )


def loaded(folder: Path) -> float:
    """Seconds for all packs in a fresh process, its interpreter's start left out."""
    source = str(Path(__file__).resolve().parent.parent / "src")
    environment = {**os.environ, "PYTHONPATH": source}
    command = [sys.executable, "-c", LOAD, str(folder)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(ran.stdout)


def advice() -> None:
    """Every shipped example, advised on."""
    doors = furnish(Path(tempfile.gettempdir()) / "no-desk").doors
    calendar = doors.shelf.calendar()
    took: dict[str, list[float]] = {"walk": [], "advise": []}
    for file in sorted(resources.packs().glob("*/examples/*.toml")):
        filed = doors.read_answers(file.read_text("utf-8"), file.name)
        pack = doors.shelf.pack(filed.jurisdiction)
        interview = compile_interview(pack.kinds[filed.kind])
        answers, today = filed.answers, filed.today
        assert today, "every example names its day"
        took["walk"].append(timed(partial(interview.path, answers)))
        took["advise"].append(timed(partial(advise, pack, interview, answers, calendar, today)))
    walk, whole = (statistics.median(took[each]) for each in ("walk", "advise"))
    longest = max(took["advise"])
    tell("one way through an interview", walk)
    tell("advice for one filing", whole, f"{whole / walk:.1f} times that")
    tell("the longest advice", longest, "(goal: 10 ms)")


def timed(act: Callable[[], object]) -> float:
    """The median of some rounds, in seconds."""
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def tell(name: str, seconds: float, beside: str = "") -> None:
    print(f"{name:30} {seconds * 1000:9.2f} ms  {beside}".rstrip())


if __name__ == "__main__":
    main()
