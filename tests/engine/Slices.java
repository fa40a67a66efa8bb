import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/**
 * Checks with Java's own strings that every position points at its quote.
 *
 *   java Slices.java PLACES    one place a line: passage and quote in Base64 of UTF-8, then begin and
 *                              end in UTF-8 bytes, in UTF-16 units and in code points
 */
public class Slices {
  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static void check(String line) {
    String[] parts = line.split(" ");
    String text = decoded(parts[0]);
    String quote = decoded(parts[1]);
    int[] at = Arrays.stream(parts).skip(2).mapToInt(Integer::parseInt).toArray();
    byte[] bytes = Arrays.copyOfRange(text.getBytes(StandardCharsets.UTF_8), at[0], at[1]);
    String byByte = new String(bytes, StandardCharsets.UTF_8);
    String byUnit = text.substring(at[2], at[3]);
    String byCodePoint =
        text.substring(text.offsetByCodePoints(0, at[4]), text.offsetByCodePoints(0, at[5]));
    if (!byByte.equals(quote) || !byUnit.equals(quote) || !byCodePoint.equals(quote)) {
      throw new AssertionError(text + ": " + byByte + ", " + byUnit + ", " + byCodePoint);
    }
  }

  public static void main(String[] arguments) throws Exception {
    var lines = Files.readAllLines(Path.of(arguments[0]));
    lines.forEach(Slices::check);
    System.out.println("checked " + lines.size());
  }
}
