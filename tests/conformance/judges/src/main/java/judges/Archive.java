package judges;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF: whether a file is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). */
final class Archive {
  private static final Map<String, PDFAFlavour> STANDARDS =
      Map.of("pdfa3a", PDFAFlavour.PDFA_3_A, "pdfua1", PDFAFlavour.PDFUA_1);

  private final VeraPDFFoundry foundry;

  Archive() {
    VeraGreenfieldFoundryProvider.initialise();
    foundry = Foundries.defaultInstance();
  }

  /** By standard: {"passed", "failedRules": ["clause-test: what it asks. Where"]}. */
  Map<String, Object> judge(File file) throws Exception {
    Map<String, Object> found = new LinkedHashMap<>();
    for (Map.Entry<String, PDFAFlavour> standard : STANDARDS.entrySet()) {
      try (PDFAParser parser = foundry.createParser(file, standard.getValue());
          PDFAValidator validator = foundry.createValidator(standard.getValue(), false)) {
        found.put(standard.getKey(), told(validator.validate(parser)));
      }
    }
    return found;
  }

  private static Map<String, Object> told(ValidationResult result) {
    Map<String, String> failed = new LinkedHashMap<>();
    for (TestAssertion each : result.getTestAssertions()) {
      String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
      failed.putIfAbsent(
          rule, rule + ": " + each.getMessage() + " At " + each.getLocation().getContext());
    }
    return Map.of("passed", result.isCompliant(), "failedRules", List.copyOf(failed.values()));
  }
}
