"""Makes the store that later versions must still open: run once for a version, then kept for ever.

PYTHONPATH=src:. python tests/store/make_golden.py tests/store/golden/<revision>
"""

import sys
from pathlib import Path

from filingdesk.store import vault
from filingdesk.store.opening import open_store
from tests.store.examples import ATTACHED, SAFE, case, draft, signed


def make(folder: Path) -> None:
    """Two cases, a draft with a file, and a setting; the recovery code lies beside them."""
    key, code = vault.create_vault(folder, "clear water, four cups")
    store = open_store(folder, key)
    store.save_draft(draft())
    store.save_file("d1", ATTACHED, SAFE)
    store.open_case(case(1), b"{}", signed())
    store.open_case(case(2), b"{}", signed())
    store.keep_setting("centre", "信用服务中心".encode())
    store.close()
    (folder / "code.txt").write_text(code)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
