"""Every door the desk needs; `app` names who stands behind each."""

from filingdesk.core.ports.doors import Chance, Doors, Time
from filingdesk.core.ports.packs import (
    AnswersFile,
    Bounds,
    BuiltPack,
    NewKey,
    NewPack,
    PackInUse,
    PackKeeping,
    PackReport,
    PackShelf,
)
from filingdesk.core.ports.paper import Found, Intake, Renderer, SafeFile
from filingdesk.core.ports.signing import Signatory, Signer, Stamper, Verifier
from filingdesk.core.ports.store import CaseStore, Draft, DueDay, Standing

__all__ = [
    "AnswersFile",
    "Bounds",
    "BuiltPack",
    "CaseStore",
    "Chance",
    "Doors",
    "Draft",
    "DueDay",
    "Found",
    "Intake",
    "NewKey",
    "NewPack",
    "PackInUse",
    "PackKeeping",
    "PackReport",
    "PackShelf",
    "Renderer",
    "SafeFile",
    "Signatory",
    "Signer",
    "Stamper",
    "Standing",
    "Time",
    "Verifier",
]
