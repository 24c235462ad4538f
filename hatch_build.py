"""Lays packs, fonts and compiled catalogues into the wheel, so that it works alone."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelWithResources(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves it open
    """`resources/` becomes `filingdesk/_resources/`, `translations/` `filingdesk/_translations/`.

    `filingdesk.resources` finds them there.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues and name every file to lay in; an editable wheel needs none."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "translations"))
        from catalogues import compile_stale

        compile_stale(root)
        for file in sorted(root.glob("resources/**/*")):
            if file.is_file():
                build_data["force_include"][str(file)] = f"filingdesk/_{file.relative_to(root)}"
        compiled = root.glob("translations/*/LC_MESSAGES/*.mo")
        for file in sorted([*compiled, *root.glob("translations/qt/*.qm")]):
            build_data["force_include"][str(file)] = f"filingdesk/_{file.relative_to(root)}"
