"""What a token says when it refuses, as a problem that a person can mend."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pkcs11 import TokenFlag
from pkcs11 import exceptions as said

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Tries

_WRONG = {
    Tries.PLENTY: "pin-wrong",
    Tries.FEW: "pin-wrong-few",
    Tries.LAST: "pin-wrong-last",
    Tries.NONE: "pin-locked",
}

_GONE = (
    said.DeviceRemoved,
    said.ObjectHandleInvalid,
    said.KeyHandleInvalid,
    said.NoSuchToken,
    said.SessionClosed,
    said.SessionHandleInvalid,
    said.SlotIDInvalid,
    said.TokenNotPresent,
    said.UserNotLoggedIn,
)


def tries_left(flags: TokenFlag) -> Tries:
    """How near the token is to locking itself."""
    if flags & TokenFlag.USER_PIN_LOCKED:
        return Tries.NONE
    if flags & TokenFlag.USER_PIN_FINAL_TRY:
        return Tries.LAST
    if flags & TokenFlag.USER_PIN_COUNT_LOW:
        return Tries.FEW
    return Tries.PLENTY


@contextmanager
def told(flags: Callable[[], TokenFlag]) -> Iterator[None]:
    """Raises UserProblem for what the token refuses inside; `flags` are read after a wrong PIN.

    pin-wrong, pin-wrong-few, pin-wrong-last, pin-locked, pin-to-be-changed, token-removed,
    token-refused.
    """
    try:
        yield
    except (said.PinIncorrect, said.PinInvalid, said.PinLenRange, said.ArgumentsBad):
        raise _problem(_WRONG[_now(flags)]) from None
    except said.PinLocked:
        raise _problem("pin-locked") from None
    except (said.PinExpired, said.UserPinNotInitialized):
        raise _problem("pin-to-be-changed") from None
    except _GONE:
        raise _problem("token-removed") from None
    except said.PKCS11Error:
        raise _problem("token-refused") from None


def _now(flags: Callable[[], TokenFlag]) -> Tries:
    try:
        return tries_left(flags())
    except said.PKCS11Error:
        return Tries.PLENTY


def _problem(code: str) -> UserProblem:
    return UserProblem(Problem("token", code))
