"""How high a signature is raised above B-B: the level, who stamps, and where chains end."""

from dataclasses import dataclass

from filingdesk.core.signature import Level

SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Raising:
    """`authorities` are URLs, asked in their order; `trust` PEM certificates that end a chain.

    `seconds` is what every question over the network may take.
    """

    level: Level = Level.B_B
    authorities: tuple[str, ...] = ()
    trust: tuple[bytes, ...] = ()
    seconds: float = SECONDS


PLAIN = Raising()


def raising_of(level: bytes | None, authorities: bytes | None, trust: bytes | None) -> Raising:
    """As a desk keeps it: the level's name, URLs one a line, PEM certificates in a row.

    A level that this version does not know is taken for B-B: signing must not fail for it.
    """
    known = {each.value: each for each in Level}
    urls = tuple((authorities or b"").decode(errors="replace").split())
    return Raising(
        level=known.get((level or b"").decode(errors="replace"), Level.B_B),
        authorities=urls,
        trust=(trust,) if trust else (),
    )
