"""veraPDF and the EU's DSS in one Java process: a PDF a line in, what they found a line out."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dev

LACKING = (
    "veraPDF and DSS are not here. They need Java, Maven and, once, the network: on Debian, "
    "`apt-get install default-jdk-headless maven`, then `python3 dev.py test`."
)


class Bench:
    """The process; a file that did not change is judged once."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._told: dict[tuple[bytes, tuple[Path, ...]], dict[str, Any]] = {}

    def judge(self, pdf: Path, trusted: Sequence[Path] = ()) -> dict[str, Any]:
        """{"pdfa3a", "pdfua1", "signatures"}, or {"unreadable"}; see Judges.java."""
        known = pdf.read_bytes(), tuple(trusted)
        if known not in self._told:
            self._told[known] = self._asked(pdf, trusted)
        return self._told[known]

    def _asked(self, pdf: Path, trusted: Sequence[Path]) -> dict[str, Any]:
        question = {"file": str(pdf), "trusted": [str(each) for each in trusted]}
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert answer["file"] == str(pdf)
        return answer


@contextmanager
def bench() -> Iterator[Bench]:
    """Both judges, started once; `dev.py` brings them."""
    path = f"{dev.JUDGES_HOME / 'classes'}:{dev.JUDGES_HOME / 'lib'}/*"
    command = ["java", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", path, "judges.Judges"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield Bench(process)
        assert process.stdin
        process.stdin.close()
