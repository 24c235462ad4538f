"""Several foreign files at once: as many as there are cores, given in their order."""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from filingdesk.core.ports import SafeFile
from filingdesk.core.problem import UserProblem

Outcome = SafeFile | UserProblem


def in_order(
    read: Callable[[bytes], SafeFile],
    untrusted_files: Sequence[Callable[[], bytes]],
    at_once: int,
) -> Generator[Outcome, None, None]:
    """Each file's pages or what is wrong with it; so many are read ahead, and no more.

    A caller who closes the iterator waits for those that are being read, and for no other.
    """
    with ThreadPoolExecutor(at_once) as pool:
        ahead: deque[Future[Outcome]] = deque()
        try:
            for each in untrusted_files:
                ahead.append(pool.submit(_outcome, read, each))
                if len(ahead) > at_once:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _outcome(read: Callable[[bytes], SafeFile], untrusted_file: Callable[[], bytes]) -> Outcome:
    try:
        return read(untrusted_file())
    except UserProblem as problem:
        return problem
