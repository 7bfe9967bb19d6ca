package dramatis.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseReaderTest {
    private static final String SAMPLE = """
            \uFEFF: hello

            data: {"a":1}

            event: chunk
            id: 7
            retry: 10
            data:{"b":
            data: "é灯😀"}

            : ping

            data

            data:  two

            datum: no
            nothing

            data: [DONE]

            """;

    private static final List<String> EVENTS = List.of("{\"a\":1}", "{\"b\":\n\"é灯😀\"}", "", " two", "[DONE]");

    @Test
    void push_everySplitAtEveryLineEnd_givesTheSameEvents() throws IOException {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            byte[] bytes = SAMPLE.replace("\n", lineEnd).getBytes(UTF_8);
            for (int first = 0; first <= bytes.length; first++) {
                for (int second = first; second <= bytes.length; second += 5) {
                    assertThat(read(bytes, first, second)).isEqualTo(EVENTS);
                }
            }
        }
    }

    @Test
    void push_byteByByte_givesEachEventAtItsEmptyLine() throws IOException {
        SseReader reader = new SseReader();
        assertThat(reader.push("data: a\n".getBytes(UTF_8))).isEmpty();
        assertThat(reader.push("\n".getBytes(UTF_8))).containsExactly("a");
        assertThat(reader.push("data: b\r\n\r".getBytes(UTF_8))).containsExactly("b");
        assertThat(reader.push("\ndata: c\r\n\r\n".getBytes(UTF_8))).containsExactly("c");
    }

    @Test
    void push_mixedLineEnds_areEachALinesEnd() throws IOException {
        byte[] bytes = "data: a\r\ndata: b\rdata: c\n\r\ndata: d\r\r".getBytes(UTF_8);
        assertThat(new SseReader().push(bytes)).containsExactly("a\nb\nc", "d");
    }

    @Test
    void end_unfinishedEvent_isGivenAllTheSame() throws IOException {
        SseReader reader = new SseReader();
        assertThat(reader.push("data: a\n\ndata: b".getBytes(UTF_8))).containsExactly("a");
        assertThat(reader.end()).containsExactly("b");
        assertThat(reader.end()).isEmpty();
    }

    @Test
    void push_hugeLine_isRefused() {
        SseReader reader = new SseReader();
        byte[] line = new byte[SseReader.LONGEST + 1];
        Arrays.fill(line, (byte) 'a');
        assertThatIOException().isThrownBy(() -> reader.push(line));
    }

    @Test
    void push_manyDataLines_areRefusedTogether() {
        SseReader reader = new SseReader();
        byte[] line = ("data: " + "a".repeat(1 << 20) + "\n").getBytes(UTF_8);
        assertThatIOException().isThrownBy(() -> {
            for (int i = 0; i < 5; i++) {
                reader.push(line);
            }
        });
    }

    private static List<String> read(byte[] bytes, int first, int second) throws IOException {
        SseReader reader = new SseReader();
        List<String> events = new ArrayList<>(reader.push(Arrays.copyOf(bytes, first)));
        events.addAll(reader.push(Arrays.copyOfRange(bytes, first, second)));
        events.addAll(reader.push(Arrays.copyOfRange(bytes, second, bytes.length)));
        events.addAll(reader.end());
        return events;
    }
}
