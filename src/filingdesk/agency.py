"""The verifier that an agency runs without installing filingdesk: verify, extract, nothing else."""

import sys
from collections.abc import Sequence
from contextlib import suppress

_COMMANDS = ("verify", "extract")
_HELP = {"-h", "--help"}


def main(argv: Sequence[str] | None = None) -> int:
    """`FILE.pdf …` verifies a file, `extract FILE.pdf -d DIR` takes out what is inside."""
    from filingdesk import cli
    from filingdesk.app import collect_little, furnish

    collect_little()
    given = list(sys.argv[1:] if argv is None else argv) or ["--help"]
    if given[0] in _COMMANDS:
        return cli.main(given, furnish)
    if _HELP.isdisjoint(given):
        return cli.main(["verify", *given], furnish)
    with suppress(SystemExit):  # who asks for help learns of both commands
        cli.main(["verify", *given], furnish)
    print()
    return cli.main(["extract", *given], furnish)
