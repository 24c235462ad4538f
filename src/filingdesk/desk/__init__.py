"""The verbs of the product: begin, advise, assemble, sign, record, due. No window, no disk."""

from filingdesk.desk.casework import CaseToday, Casework
from filingdesk.desk.drafting import JURISDICTION, ROOT
from filingdesk.desk.signing import Signing

__all__ = ["JURISDICTION", "ROOT", "CaseToday", "Desk"]


class Desk(Signing, Casework):
    """One desk of a service centre. Every verb raises UserProblem for what a person can mend."""
