package judges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges PDF files as long as lines come in, so that a whole test session starts one machine.
 *
 * <p>A line asks: {"file": path, "trusted": [paths of certificates]}. One line answers it: {"file",
 * "pdfa3a", "pdfua1", "signatures"}, or {"file", "unreadable"} where a judge could not read on.
 */
public final class Judges {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Judges() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what the libraries print is no answer
    Archive archive = new Archive();
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      answers.println(JSON.writeValueAsString(answer(archive, JSON.readTree(line))));
    }
  }

  private static Map<String, Object> answer(Archive archive, JsonNode question) {
    File file = new File(question.get("file").asText());
    List<File> trusted = new ArrayList<>();
    question.get("trusted").forEach(each -> trusted.add(new File(each.asText())));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("file", file.getPath());
    try {
      answer.putAll(archive.judge(file));
      answer.put("signatures", Signatures.judge(file, trusted));
    } catch (Exception fault) { // whatever a broken file does, the next one is judged too
      answer.put("unreadable", fault.toString());
    }
    return answer;
  }
}
