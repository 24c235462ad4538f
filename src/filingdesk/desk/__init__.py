"""The verbs of the product: begin, advise, assemble, sign, record, due. No window, no disk."""

from filingdesk.desk.behind import Behind
from filingdesk.desk.countersigning import Countersigning
from filingdesk.desk.drafting import JURISDICTION, ROOT
from filingdesk.desk.reminding import Reminding
from filingdesk.desk.replies import Replies
from filingdesk.desk.signing import Signing
from filingdesk.desk.today import CaseToday

__all__ = ["JURISDICTION", "ROOT", "Behind", "CaseToday", "Desk"]


class Desk(Signing, Reminding, Countersigning, Replies):
    """One desk of a service centre. Every verb raises UserProblem for what a person can mend."""
