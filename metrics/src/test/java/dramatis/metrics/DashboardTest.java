package dramatis.metrics;

import static dramatis.metrics.Stage.REPLY;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.inference.TestingEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written for people who watch says the same as the program. */
@Timeout(60)
class DashboardTest {
    private static final Path DASHBOARD = Path.of("../docs/grafana-dashboard.json");
    private static final Path DOCUMENT = Path.of("../docs/metrics.md");
    private static final Pattern NAME = Pattern.compile("\\b(?:dramatis|jvm|process|system|disk)_[a-z_]+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (dramatis_[a-z_]+) \\|");

    @Test
    void dashboard_asksForWhatThereIs() throws IOException {
        JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            assertThat(panel.get("targets"))
                    .as(panel.get("title").stringValue())
                    .isNotEmpty();
            for (JsonNode target : panel.get("targets")) {
                expressions.add(target.get("expr").stringValue());
            }
        }
        for (JsonNode variable : dashboard.get("templating").get("list")) {
            if (variable.has("definition")) {
                expressions.add(variable.get("definition").stringValue());
            }
        }
        Set<String> there = played().series();
        assertThat(expressions)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        expression -> assertThat(names(expression)).isNotEmpty().isSubsetOf(there));
    }

    @Test
    void dashboard_letsOneChooseTheDataSource() throws IOException {
        JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
        assertThat(dashboard.get("templating").get("list").get(0).get("type").stringValue())
                .isEqualTo("datasource");
        for (JsonNode panel : dashboard.get("panels")) {
            assertThat(panel.get("datasource").get("uid").stringValue()).isEqualTo("${datasource}");
        }
    }

    @Test
    void document_namesEachOfOurs() throws IOException {
        Set<String> named = new TreeSet<>();
        ROW.matcher(Files.readString(DOCUMENT)).results().forEach(row -> named.add(row.group(1)));
        Set<String> ours = new TreeSet<>(played().families());
        ours.removeIf(name -> !name.startsWith("dramatis_") || name.endsWith("_max"));
        assertThat(named).isEqualTo(ours);
    }

    @Test
    void document_asksForWhatThereIs() throws IOException {
        Scrape scrape = played();
        Set<String> there = new TreeSet<>(scrape.series());
        there.addAll(scrape.families());
        assertThat(names(Files.readString(DOCUMENT)))
                .filteredOn(name -> !name.endsWith("_"))
                .isSubsetOf(there);
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(text).results().forEach(match -> names.add(match.group()));
        return names;
    }

    /** What a bot says that has played a turn and answered a command. */
    private static Scrape played() {
        try (Stage stage = new Stage(TestingEngine.saying(REPLY))) {
            stage.adapter.say("Bo", "Hello");
            stage.awaitValue("dramatis_turns_ended_total{kind=\"reply\",outcome=\"posted\"}", 1);
            stage.command("ping");
            return stage.scrape();
        }
    }
}
