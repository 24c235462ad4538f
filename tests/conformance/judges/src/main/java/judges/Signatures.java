package judges;

import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The EU's DSS: what each signature of a file is worth (ETSI EN 319 102-1), without a network. */
final class Signatures {
  private Signatures() {}

  static List<Map<String, Object>> judge(File file, List<File> trusted) {
    CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
    trusted.forEach(each -> roots.addCertificate(DSSUtils.loadCertificate(each)));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(roots);
    verifier.setAIASource(null);
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new FileDocument(file));
    validator.setCertificateVerifier(verifier);
    Reports reports = validator.validateDocument();
    List<Map<String, Object>> found = new ArrayList<>();
    for (SignatureWrapper each : reports.getDiagnosticData().getSignatures()) {
      found.add(told(each, reports.getSimpleReport()));
    }
    return found;
  }

  private static Map<String, Object> told(SignatureWrapper signature, SimpleReport report) {
    String id = signature.getId();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("field", signature.getPDFRevision().getFirstFieldName());
    told.put("format", String.valueOf(report.getSignatureFormat(id)));
    told.put("indication", String.valueOf(report.getIndication(id)));
    told.put("subIndication", String.valueOf(report.getSubIndication(id)));
    told.put("intact", signature.isSignatureIntact());
    told.put("changes", changes(signature.getPDFRevision()));
    told.put("structure", signature.getStructuralValidationMessages());
    told.put("errors", words(report.getAdESValidationErrors(id)));
    told.put("warnings", words(report.getAdESValidationWarnings(id)));
    told.put("timestamps", signature.getTimestampList().stream().map(Signatures::stamp).toList());
    return told;
  }

  /** What came after the signature that is neither a signature nor a form filled in. */
  private static List<String> changes(PDFRevisionWrapper revision) {
    return Stream.of(revision.getPdfAnnotationChanges(), revision.getPdfUndefinedChanges())
        .flatMap(List::stream)
        .map(each -> each.getAction() + " " + each.getValue())
        .toList();
  }

  private static Map<String, Object> stamp(TimestampWrapper stamp) {
    return Map.of(
        "kind", String.valueOf(stamp.getType()),
        "intact", stamp.isSignatureIntact() && stamp.isMessageImprintDataIntact());
  }

  private static List<String> words(List<Message> messages) {
    return messages.stream().map(Message::getValue).toList();
  }
}
