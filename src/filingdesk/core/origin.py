"""When and where a photo was taken, as a line under its page; printed only where it is kept."""

from filingdesk.core.answers import Taken
from filingdesk.core.wording import Wording

TAKEN_AT = "相机记录的拍摄时间"
TAKEN_IN = "相机记录的拍摄地点"
ORIGIN_TEXTS = (TAKEN_AT, TAKEN_IN)
"""Every text of this module: the root pack's catalogue holds their translations."""

_DIGITS = 5
"""After the point of a degree: a metre."""


def origin_line(taken: Taken, wording: Wording) -> str:
    """Such as 相机记录的拍摄时间：2026-03-02 10:20:30 +08:00；相机记录的拍摄地点：39.90722° N, ….

    The figures are the camera's own, unchanged: no place name is guessed, no time is converted.
    """
    parts = []
    if taken.at:
        day, time, zone = taken.at[:10], taken.at[11:19], taken.at[19:]
        parts.append((TAKEN_AT, f"{day} {time} {zone}".strip()))
    if taken.latitude is not None and taken.longitude is not None:
        place = f"{_degrees(taken.latitude, 'N', 'S')}, {_degrees(taken.longitude, 'E', 'W')}"
        parts.append((TAKEN_IN, place))
    return "；".join(f"{wording.text(label)}：{value}" for label, value in parts)


def _degrees(value: float, above: str, below: str) -> str:
    return f"{abs(value):.{_DIGITS}f}° {above if value >= 0 else below}"
