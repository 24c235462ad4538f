"""What the signatures of a PDF are worth, and the files inside it: the door for `Verifier`."""

from collections.abc import Sequence

from filingdesk.core.fingerprint import ReadCode
from filingdesk.core.signature import Verification
from filingdesk.core.verdict import Form


class PdfVerifier:
    """Judges PDFs from anywhere, without network and without the machine's own trust list."""

    def verify(self, untrusted_pdf: bytes, trust: Sequence[bytes] = ()) -> Verification:
        """Every signature, in the order of signing; `trust` holds PEM certificates.

        A certificate is judged at the time of signing that the signature claims, because a B-B
        signature proves no other. Raises UserProblem: pdf-not-readable, pdf-locked,
        pdf-cut-off, certificate-not-readable.
        """
        from filingdesk.sign.examine import examine  # loads pyHanko, which takes 0.85 s

        return examine(untrusted_pdf, trust)

    def extract(self, untrusted_pdf: bytes) -> dict[str, bytes]:
        """The embedded files by a name that is safe in any folder, each once.

        Raises UserProblem: pdf-not-readable, pdf-locked, pdf-cut-off.
        """
        from filingdesk.sign.embedded import embedded_files

        return embedded_files(untrusted_pdf)

    def form(self, untrusted_pdf: bytes) -> Form:
        """What it claims to be, and what can be seen of that. Raises UserProblem as `extract`."""
        from filingdesk.sign.form import form_of

        return form_of(untrusted_pdf)

    def read_code(self, untrusted_text: str) -> ReadCode | None:
        """What a square code says; None for one that is not ours."""
        from filingdesk.sign.papercode import read_code

        return read_code(untrusted_text)

    def is_signed(self, code: ReadCode, digest: bytes, public: str) -> bool:
        """Whether the key made this code for the filing of this digest."""
        from filingdesk.sign.papercode import is_signed

        return is_signed(code, digest, public)
