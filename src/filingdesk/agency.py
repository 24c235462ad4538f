"""The verifier that an agency runs without installing filingdesk: verify, extract, nothing else."""

import sys
from collections.abc import Sequence

_COMMANDS = ("verify", "extract")


def main(argv: Sequence[str] | None = None) -> int:
    """`FILE.pdf …` verifies a file, `extract FILE.pdf -d DIR` takes out what is inside."""
    from filingdesk import cli
    from filingdesk.app import collect_little, furnish

    collect_little()
    given = list(sys.argv[1:] if argv is None else argv) or ["--help"]
    return cli.main(given if given[0] in _COMMANDS else ["verify", *given], furnish)
