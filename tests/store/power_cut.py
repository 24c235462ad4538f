"""A desk that is killed at work, again and again; tells as JSON what it had acknowledged.

python power_cut.py <folder> <key in hex> <times>
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

import alembic.command  # noqa: F401  imported once here and not in every worker
import sqlalchemy.dialects.sqlite  # noqa: F401

from filingdesk.store.opening import open_store
from tests.store.examples import ATTACHED, SAFE, case, draft, signed

CASES_A_LIFE = 10_000


def work(folder: Path, key: bytes, first: int, tell: int) -> None:
    """Open case after case, and save the draft in between, until the end comes."""
    store = open_store(folder, key)
    for number in range(first, first + CASES_A_LIFE):
        store.open_case(case(number), str(number).encode(), signed(paper(number)))
        os.write(tell, f"case {number}\n".encode())
        store.save_draft(draft(page=str(number)))
        os.write(tell, f"draft {number}\n".encode())
        store.save_file("d1", ATTACHED, SAFE)
        if number % 3 == 0:
            store.erase_file("d1", "f1")


def paper(number: int) -> bytes:
    """Some 30 KB that no other case has."""
    return number.to_bytes(4, "big") * 7_500


def killed_at_work(folder: Path, key: bytes, life: int) -> list[str]:
    """What was acknowledged before the worker was killed, at any moment of its life.

    Every other worker may be killed while it still opens the store.
    """
    listen, tell = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(listen)
        work(folder, key, life * CASES_A_LIFE, tell)
        os._exit(0)
    os.close(tell)
    if life % 2:
        select.select([listen], [], [], 10)
    time.sleep(random.uniform(0, 0.06))
    os.kill(worker, signal.SIGKILL)
    _, status = os.waitpid(worker, 0)
    assert os.WIFSIGNALED(status), "the worker ended by itself"
    with os.fdopen(listen) as heard:
        return heard.read().splitlines()


if __name__ == "__main__":
    place, secret = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
    lives = [killed_at_work(place, secret, life) for life in range(int(sys.argv[3]))]
    print(json.dumps([line for life in lives for line in life]))
