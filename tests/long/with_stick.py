"""The program on a given day, with a stick in it: what a test lacks, and nothing else.

python with_stick.py 2026-11-22 /the/stick [--kiosk …]
"""

import sys
from collections.abc import Sequence
from datetime import date

from filingdesk.app import Furniture, desk_folder
from filingdesk.ui.window import run_window


class OneStick(Furniture):
    """Doors as ever; one folder is taken for a stick."""

    def __init__(self, today: date, stick: str) -> None:
        super().__init__(desk_folder(), today)
        self._stick = stick

    def sticks(self) -> Sequence[str]:
        """The folder."""
        return (self._stick,)


if __name__ == "__main__":
    day, stick, *options = sys.argv[1:]
    sys.exit(run_window(OneStick(date.fromisoformat(day), stick), options))
