"""Starts filingdesk: `filingdesk` in a shell, or `python -m filingdesk`."""

import sys
from collections.abc import Sequence

from filingdesk import app


def main(argv: Sequence[str] | None = None) -> int:
    """Run with these arguments, or the shell's; the answer is the exit code."""
    return app.main(argv)


if __name__ == "__main__":
    sys.exit(main())
