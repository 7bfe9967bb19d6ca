package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of commands in the documentation is the one that the program has; run with -Dtable.write to write it. */
class CommandTableTest {
    private static final Path DOCUMENT = Path.of("../docs/commands.md");
    private static final String HEAD = "| command | for | what it does |\n| --- | --- | --- |\n";

    private final Phrases phrases = Phrases.in(Locale.ENGLISH);

    @Test
    void document_hasTheTable() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(HEAD)) + HEAD + table();
        if (Boolean.getBoolean("table.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    private String table() {
        try (Hall hall = new Hall()) {
            return hall.desk().specs().stream().map(this::row).collect(Collectors.joining());
        }
    }

    private String row(CommandSpec spec) {
        String who = phrases.text("role." + spec.who().least()) + (spec.who().own() ? ", and whose own it is" : "");
        return "| `/%s` | %s | %s |\n".formatted(spec.usage(), who, phrases.text(spec.phraseKey()));
    }
}
