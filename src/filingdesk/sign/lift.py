"""Raising signatures above B-B: a stamp in or over them, evidence after them, a stamp over all.

The key signed before, and is not asked again; whatever fails on the network, it stays signed. The
evidence comes in a revision of its own or with the last stamp: laid into the signature's own
revision, it does not count as B-LT with the EU's DSS.
"""

import asyncio
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from filingdesk.core.signature import Level
from filingdesk.sign.archive import stamped_over
from filingdesk.sign.asking import NoAnswerError
from filingdesk.sign.authorities import Authorities
from filingdesk.sign.certificates import all_certificates
from filingdesk.sign.changes import is_time_stamp
from filingdesk.sign.evidence import Evidence, NoEvidenceError, collected
from filingdesk.sign.gap import has_stamp, stamp_for, stamped
from filingdesk.sign.quiet import silence
from filingdesk.sign.raising import Raising

silence()


class Lift:
    """A file on its way up: the level it has reached, and why it went no further."""

    def __init__(self, raising: Raising) -> None:
        self.level = Level.B_B
        self.lacking = "" if raising.authorities else "tsa-missing"
        self._raising = raising
        self._authorities = Authorities(raising.authorities, raising.seconds)

    def raised(self, pdf: bytes, field: str = "") -> bytes:
        """The file as high as it could be had: the signature in a field, or all there are.

        Raises UserProblem: certificate-revoked.
        """
        # A stream and not its bytes: at the end asyncio writes down what its task gave.
        return asyncio.run(self._streamed(pdf, field)).getvalue()

    async def _streamed(self, pdf: bytes, field: str) -> BytesIO:
        return BytesIO(await self._raised(pdf, field))

    async def _raised(self, pdf: bytes, field: str) -> bytes:
        if self.lacking:
            return pdf
        try:
            pdf = await self._with_time(pdf, field)
            self.level = Level.B_T
            return await self._with_evidence(pdf, field)
        except NoAnswerError:
            self.lacking = "tsa-unreachable"
        except NoEvidenceError:
            self.lacking = "evidence-missing"
        return pdf

    async def _with_time(self, pdf: bytes, field: str) -> bytes:
        """A stamp in the last signature if only that one lacks it, else one over all."""
        without = [
            each
            for each in _without_time(PdfFileReader(BytesIO(pdf)))
            if each.field_name == (field or each.field_name)
        ]
        if not without:
            return pdf
        last = without[-1]
        end = int(last.byte_range[2]) + int(last.byte_range[3])
        if len(without) == 1 and end == len(pdf):
            stamp = await stamp_for(last, self._authorities)
            if (risen := stamped(pdf, last, stamp)) is not None:
                return risen
        return await stamped_over(pdf, self._authorities)

    async def _with_evidence(self, pdf: bytes, field: str) -> bytes:
        """Raises NoEvidenceError; UserProblem certificate-revoked."""
        wanted = self._raising.level
        if not wanted.reaches(Level.B_LT):
            return pdf
        evidence = await self._collected(PdfFileReader(BytesIO(pdf)), field)
        self.level = Level.B_LT
        if wanted is Level.B_LTA:
            try:
                pdf = await stamped_over(pdf, self._authorities, evidence)
            except NoAnswerError:
                self.lacking = "tsa-unreachable"
            else:
                self.level = Level.B_LTA
                return pdf
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        if not evidence.write(writer):
            return pdf
        output = BytesIO()
        writer.write(output)
        return output.getvalue()

    async def _collected(self, reader: PdfFileReader, field: str) -> Evidence:
        signers: list[x509.Certificate] = []
        stampers: list[x509.Certificate] = []
        others: list[x509.Certificate] = []
        for each in reader.embedded_signatures:
            others += each.other_embedded_certs
            if is_time_stamp(each):
                stampers.append(each.signer_cert)
            elif each.field_name == (field or each.field_name):
                signers.append(each.signer_cert)
                for stamp in extract_tst_data_iter(each.signer_info, signed=False):
                    found = extract_certs_for_validation(stamp)
                    stampers.append(found.signer_cert)
                    others += found.other_certs
        roots = all_certificates(self._raising.trust)
        return await collected(signers, stampers, others, roots, self._raising.seconds)


def _without_time(reader: PdfFileReader) -> list[EmbeddedPdfSignature]:
    """The signatures that no stamp is in and none lies over, in their order."""
    over = max((each.signed_revision for each in reader.embedded_timestamp_signatures), default=-1)
    return [
        each
        for each in reader.embedded_regular_signatures
        if not has_stamp(each) and each.signed_revision > over
    ]
