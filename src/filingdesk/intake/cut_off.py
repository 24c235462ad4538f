"""What a process gives up, for good, before it looks at a foreign file.

Limits of memory and time on every system. On Linux on x86-64 the kernel moreover refuses it every
network, program, process and file to be written (seccomp(2)), root or not; elsewhere it may begin
nothing, not even a thread, and photos as HEIC, whose decoder needs one, are then not read.
"""

import ctypes
import platform
import resource
import struct

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2

# linux/bpf_common.h: load a word of the call's description, jump, return.
_LOAD, _IF_EQUAL, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
# linux/seccomp.h: where the description holds the call's number, its architecture, arguments.
_NUMBER, _ARCHITECTURE, _FIRST, _SECOND, _THIRD = 0, 4, 16, 24, 32
_ALLOWED, _NOT_PERMITTED, _NOT_THERE = 0x7FFF0000, 0x00050001, 0x00050026
_X86_64 = 0xC000003E
_X32 = 0x40000000

# arch/x86/entry/syscalls/syscall_64.tbl
_REFUSED = (
    *(41, 42, 43, 44, 46, 49, 50, 53, 288, 299, 307),  # socket, connect, accept, send …
    *(57, 58, 59, 322),  # fork, vfork, execve, execveat
    *(62, 101, 310, 311),  # kill, ptrace, the memory of others
    *(76, 82, 83, 84, 85, 86, 87, 88, 90, 92, 94, 133),  # truncate, rename, mkdir … creat … mknod
    *(258, 259, 260, 263, 264, 265, 266, 268, 316),  # the same beside an open folder
    *(155, 161, 165, 166, 246, 248, 250, 272, 304, 308, 321),  # chroot, mount, keys, namespaces …
)
# These name ways round the tests below; without them libraries fall back on what is tested.
_ABSENT = (425, 435, 437)  # io_uring_setup, clone3, openat2
_OPEN, _OPENAT, _CLONE = 2, 257, 56
_TO_WRITE = 0o1 | 0o2 | 0o100 | 0o1000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC
_THREAD = 0x00010000  # CLONE_THREAD

_Rule = tuple[int, int, int, int]


def cut_off(memory: int, cpu_seconds: int, kind: int = resource.RLIMIT_AS) -> None:
    """Give up all but computing: `memory` in bytes, counted as `kind` says, `cpu_seconds` of time.

    One process only: threads that there are stay as free as they were.
    """
    for limited, most in (
        (kind, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        # A core file would keep the person's papers on the disk.
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limited, (most, most))
    is_known = platform.machine() == "x86_64" and platform.system() == "Linux"
    if not (is_known and _refuse_calls()):
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _refuse_calls() -> bool:
    """Hand the kernel the rules; whether it knows seccomp and keeps them."""
    rules = b"".join(struct.pack("=HBBI", *each) for each in _rules())
    content = ctypes.create_string_buffer(rules, len(rules))
    program = _Program(len(rules) // 8, ctypes.addressof(content))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    filtering = ctypes.byref(program)
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, filtering, 0, 0) == 0)


def _rules() -> list[_Rule]:
    rules: list[_Rule] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 1, 0, _X86_64),
        (_RETURN, 0, 0, _NOT_PERMITTED),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_ANY_BIT, 0, 1, _X32),
        (_RETURN, 0, 0, _NOT_PERMITTED),
    ]
    for number in _REFUSED:
        rules += [(_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _NOT_PERMITTED)]
    for number in _ABSENT:
        rules += [(_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _NOT_THERE)]
    rules += _refuse_where(_OPEN, _SECOND, _TO_WRITE, when_set=True)
    rules += _refuse_where(_OPENAT, _THIRD, _TO_WRITE, when_set=True)
    rules += _refuse_where(_CLONE, _FIRST, _THREAD, when_set=False)
    return [*rules, (_RETURN, 0, 0, _ALLOWED)]


def _refuse_where(number: int, argument: int, bits: int, *, when_set: bool) -> list[_Rule]:
    """A call is decided by the bits of one argument; any other call goes on below."""
    past = (0, 1) if when_set else (1, 0)
    return [
        (_IF_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, argument),
        (_IF_ANY_BIT, *past, bits),
        (_RETURN, 0, 0, _NOT_PERMITTED),
        (_RETURN, 0, 0, _ALLOWED),
    ]


class _Program(ctypes.Structure):
    """struct sock_fprog of linux/filter.h."""

    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_void_p))
