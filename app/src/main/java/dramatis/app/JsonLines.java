package dramatis.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Answers each line of JSON on standard input with one on standard output, at once. A line that cannot be answered gets
 * an {@code error}, and those after it are answered all the same.
 */
final class JsonLines {
    private final Surroundings surroundings;

    JsonLines(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    /** The program's exit status: 0 when every line could be answered. */
    int answer(Function<JsonNode, JsonNode> how) {
        var status = 0;
        var number = 0;
        try (var reader = new BufferedReader(new InputStreamReader(surroundings.in(), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !answered(line, number, how)) {
                    status = CommandFailure.FAILED;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return status;
    }

    private boolean answered(String line, int number, Function<JsonNode, JsonNode> how) {
        try {
            print(how.apply(Json.read(line)));
            return true;
        } catch (CommandFailure e) {
            print(Json.object().put("error", e.getMessage()));
            surroundings.err().println("line " + number + ": " + e.getMessage());
            return false;
        }
    }

    private void print(JsonNode answer) {
        surroundings.out().println(Json.line(answer));
        surroundings.out().flush();
    }
}
