"""What the signatures of a PDF are worth, and the files inside it: the door for `Verifier`."""

from collections.abc import Sequence

from filingdesk.core.signature import Verification


class PdfVerifier:
    """Judges PDFs from anywhere, without network and without the machine's own trust list."""

    def verify(self, untrusted_pdf: bytes, trust: Sequence[bytes] = ()) -> Verification:
        """Every signature, in the order of signing; `trust` holds PEM certificates.

        A certificate is judged at the time of signing that the signature claims, because a B-B
        signature proves no other. Raises UserProblem: pdf-not-readable, certificate-not-readable.
        """
        from filingdesk.sign.examine import examine  # loads pyHanko, which takes 0.85 s

        return examine(untrusted_pdf, trust)

    def extract(self, untrusted_pdf: bytes) -> dict[str, bytes]:
        """The embedded files by a name that is safe in any folder, each once.

        Raises UserProblem: pdf-not-readable.
        """
        from filingdesk.sign.embedded import embedded_files

        return embedded_files(untrusted_pdf)
