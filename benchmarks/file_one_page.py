"""Render and sign a one-page objection without materials, in a warm process."""

import resource
import statistics
import tempfile
import time
from pathlib import Path

from filingdesk.app import furnish

ROUNDS = 9


def main() -> None:
    """Print the median of render, sign and the whole verb, beside the first, cold one."""
    with tempfile.TemporaryDirectory() as folder:
        text = furnish().doors.example("cn-tianjin", "tianjin-expired")
        answers = furnish().doors.read_answers(text, "tianjin-expired.toml")
        desk = furnish(Path(folder) / "desk", answers.today)
        desk.doors.create("benchmark passphrase", "Benchmark")
        renders, wholes = [], []
        for _ in range(ROUNDS + 1):
            draft = desk.keep(desk.draft_of(answers))
            start = time.perf_counter()
            desk.preview(draft)
            rendered = time.perf_counter()
            desk.sign(draft)
            renders.append(rendered - start)
            wholes.append(time.perf_counter() - rendered)
        desk.doors.lock()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"render       {statistics.median(renders[1:]):.3f} s (first {renders[0]:.3f} s)")
    print(
        f"file (render, embed, sign, keep)  {statistics.median(wholes[1:]):.3f} s "
        f"(first {wholes[0]:.3f} s; goal: at most 1 s warm)"
    )
    print(f"peak memory  {peak:.0f} MB")


if __name__ == "__main__":
    main()
