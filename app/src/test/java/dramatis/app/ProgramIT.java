package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dramatis.app.Program.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The program as it is built, over pipes. */
class ProgramIT {
    /** Random weights, some hundred milliseconds to load: for what does not depend on what is said. */
    private static final Path TINY = Program.ROOT.resolve("inference/djl/src/test/resources/checkpoints/qwen3-tiny");

    private static final Path SCENES = Program.ROOT.resolve("../shared/scenes");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    @Test
    void version_fromAnywhereThroughALink() throws IOException, InterruptedException {
        var link = Files.createDirectory(directory.resolve("a b")).resolve("drama");
        Files.createSymbolicLink(link, Program.ROOT.resolve("dramatis"));
        assertThat(new Program(directory, link.toString()).run("", "--version"))
                .isEqualTo(new Outcome(0, Version.line() + "\n", ""));
    }

    @Test
    void help_namesEveryCommand() throws IOException, InterruptedException {
        assertThat(run("", "--help").out())
                .contains("chat", "run", "characters", "doctor", "bench", "backup", "restore", "prompt", "parse")
                .contains("complete", "health");
    }

    @Test
    void wrongUsage_status2() throws IOException, InterruptedException {
        assertThat(run("").status()).isEqualTo(2);
        assertThat(run("", "chatt").status()).isEqualTo(2);
        assertThat(run("", "chat", "--seed", "x").status()).isEqualTo(2);
        assertThat(run("", "chat", "--character", "nobody-at-all").err()).contains("There is no character");
        var outcome = Program.launched(directory).with("MODEL_CONTEXT", "4k").run("", "chat");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("MODEL_CONTEXT=4k (environment) will not do");
    }

    @Test
    void run_saysThatThereIsNone() throws IOException, InterruptedException {
        var outcome = run("", "run");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("There is no platform to run on");
    }

    @Test
    void parse_lineByLine() throws IOException, InterruptedException {
        var outcome = run("""
                {"raw": "hm</system_thinking><role_thinking>no</role_thinking>Bo: Très <role_action>nods</role_action>", \
                "prefilled": true, "name": "Bo"}
                nonsense

                {"raw": "Yes.\\nAl: No.", "others": ["Al"]}
                """, "parse");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("line 2: this is not JSON");
        var lines = outcome.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("{\"segments\":[{\"kind\":\"plan\",\"text\":\"hm\"},{\"kind\":\"thought\",\"text\":\"no\"},"
                        + "{\"kind\":\"speech\",\"text\":\"Bo: Très \"},{\"kind\":\"action\",\"text\":\"nods\"}],"
                        + "\"visible\":\"Très nods\"}");
        assertThat(lines.get(1)).startsWith("{\"error\":");
        assertThat(JSON.readTree(lines.get(2)).get("visible").stringValue()).isEqualTo("Yes.");
    }

    @Test
    void prompt_toTheByte() throws IOException, InterruptedException {
        assumeThat(SCENES).isDirectory();
        for (var sample : JSON.readTree(Files.readString(SCENES.resolve("prompts/index.json")))) {
            if (sample.get("scene").intValue() > 3) {
                continue; // the core's tests have them all
            }
            var outcome = run(
                    "",
                    "prompt",
                    "--scene",
                    SCENES.resolve("coser_scenes.json").toString(),
                    "--index",
                    sample.get("scene").toString(),
                    "--style",
                    sample.get("style").stringValue(),
                    "--character",
                    sample.get("character").stringValue());
            assertThat(outcome.out())
                    .isEqualTo(
                            Files.readString(SCENES.resolve(sample.get("file").stringValue())));
        }
    }

    @Test
    void prompt_asJson() throws IOException, InterruptedException {
        var file = directory.resolve("scenes.json");
        Files.writeString(file, """
                [{"book": "B", "topic": "t", "scenario": "s", "character_profiles": {"Zoé": "z", "Al": "a"},
                  "key_characters": [], "speaking_characters_w_env": ["Al", "Environment"]},
                 {"book": "B", "topic": "t", "scenario": "s", "character_profiles": {"Al": "a"}, "key_characters": []}]
                """);
        var card = run("", "prompt", "--scene", file.toString(), "--json")
                .out()
                .lines()
                .map(JSON::readTree)
                .toList();
        assertThat(card).hasSize(3);
        assertThat(card.get(0).get("character").stringValue()).isEqualTo("Zoé");
        assertThat(card.get(0).get("user").stringValue()).isEqualTo("Al");
        assertThat(card.get(1).get("user").stringValue()).isEqualTo("Zoé");
        assertThat(card.get(2).get("user").stringValue()).isEqualTo("Visitor");
        assertThat(card.get(2).get("scene").intValue()).isEqualTo(1);
        var scene = run("", "prompt", "--scene", file.toString(), "--json", "--style", "scene", "--index", "0");
        assertThat(scene.out().lines()).hasSize(1).first().asString().contains("\"character\":\"Al\",\"user\":null");
        var plain = new Program(directory, Program.ROOT.resolve("dramatis").toString())
                .with("LC_ALL", "POSIX")
                .run("", "prompt", "--scene", file.toString(), "--character", "Zoé");
        assertThat(plain.out()).isEqualTo(card.get(0).get("prompt").stringValue());
    }

    @Test
    void complete_asTheReference() throws IOException, InterruptedException {
        var golden = JSON.readTree(Files.readString(TINY.resolve("golden.json")))
                .get("prompts")
                .get(0);
        var request = JSON.createObjectNode()
                .put("prompt", golden.get("text").stringValue())
                .put("max_tokens", 4)
                .put("temperature", 0)
                .put("logprobs", 2)
                .put("ignore_eos", true);
        var outcome = run(request + "\n{\"prompt\": 1}\n" + request + "\n", "complete", "--model", TINY.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("line 2: \"prompt\" must be a text");
        var answers = outcome.out().lines().map(JSON::readTree).toList();
        assertThat(answers).hasSize(3);
        for (int i = 0; i < 4; i++) {
            assertThat(answers.get(0).get("ids").get(i))
                    .isEqualTo(golden.get("greedy").get(i));
        }
        assertThat(answers.get(0).get("logits").get(3)).hasSize(2);
        assertThat(answers.get(2).get("ids")).isEqualTo(answers.get(0).get("ids"));
    }

    @Test
    void chat_overAPipe() throws IOException, InterruptedException {
        var first = chat("Hello.\nWho are you?\n/history\n");
        assertThat(first.out() + first.err()).isNotBlank().doesNotContain("<role_", "<system_", "<|im_");
        // the conversation is still there, and so is the door to it
        assertThat(chat("/history\n").out()).contains("Hello.", "Who are you?");
        var backup = directory.resolve("kept.zip");
        assertThat(run("", "backup", backup.toString()).err()).isEmpty();
        assertThat(run("", "restore", backup.toString()).err()).contains("is not empty");
        assertThat(run("", "restore", backup.toString(), "--data", "other").err())
                .isEmpty();
        assertThat(run("/history\n", "chat", "--model", TINY.toString(), "--data", "other")
                        .out())
                .contains("Hello.", "Who are you?");
        assertThat(Files.readString(directory.resolve("data/logs/dramatis.log"), StandardCharsets.UTF_8))
                .doesNotContain("Who are you?");
    }

    @Test
    void doctor_findsWhatIsWrong() throws IOException, InterruptedException {
        assertThat(run("", "doctor").out()).contains("12 characters").doesNotContain("error ");
        Files.writeString(directory.resolve(".env"), "QUEUE_LIMIT=3\nTELEGRAM_OWNER_ID=7\nTEXT_LIMIT=x\n");
        var outcome = run("", "doctor");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "QUEUE_LIMIT=3 (.env line 1)",
                        "TELEGRAM_OWNER_ID is set (.env line 2)",
                        "TEXT_LIMIT=x (.env line 3)");
    }

    @Test
    void characters_importedAndFound() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("ada.yaml"), "name: Ada\nprofile: She counts.\n");
        assertThat(run("", "characters", "import", "ada.yaml").status()).isZero();
        assertThat(run("", "characters", "list").out()).contains("ada", "Dracula");
        assertThat(run("", "characters", "show", "Ada").out()).contains("She counts.");
        Files.writeString(directory.resolve("bad.yaml"), "name: Ada\nprofil: She counts.\n");
        var outcome = run("", "characters", "validate", "ada.yaml", "bad.yaml");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("ada.yaml: Ada");
        assertThat(outcome.err()).contains("bad.yaml:2:1: ", "\"profil\"");
    }

    private Outcome chat(String input) throws IOException, InterruptedException {
        return run(
                input,
                "chat",
                "--model",
                TINY.toString(),
                "--character",
                "biscuit",
                "--seed",
                "3",
                "--set",
                "SAMPLING=max_tokens=24",
                "--set",
                "PLAN_TOKENS=4");
    }

    private Outcome run(String input, String... arguments) throws IOException, InterruptedException {
        return Program.launched(directory).run(input, arguments);
    }
}
