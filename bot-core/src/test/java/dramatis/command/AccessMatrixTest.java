package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.access.Caller;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every command, asked for by every role, on every path: run, completed, listed by help. */
class AccessMatrixTest {
    private static final Rule ANYBODY = Rule.atLeast(Role.BLOCKED);
    private static final Rule MEMBER = Rule.atLeast(Role.MEMBER);
    private static final Rule MANAGER = Rule.atLeast(Role.MANAGER);
    private static final Rule ADMIN = Rule.atLeast(Role.ADMIN);
    private static final Rule OWNER = Rule.atLeast(Role.OWNER);
    private static final Rule ASKER = Rule.ownOr(Role.MANAGER);
    private static final Rule CREATOR = Rule.ownOr(Role.ADMIN);

    /** Who may, as people were promised it: written here a second time on purpose. */
    private static final Map<String, Rule> PROMISED = new TreeMap<>(Map.ofEntries(
            Map.entry("help", MEMBER),
            Map.entry("ping", MEMBER),
            Map.entry("say", MEMBER),
            Map.entry("status", MEMBER),
            Map.entry("me set", MEMBER),
            Map.entry("me show", MEMBER),
            Map.entry("me clear", MEMBER),
            Map.entry("privacy show", ANYBODY),
            Map.entry("privacy export", ANYBODY),
            Map.entry("privacy delete", ANYBODY),
            Map.entry("privacy optout", ANYBODY),
            Map.entry("privacy optin", ANYBODY),
            Map.entry("history", MEMBER),
            Map.entry("persona list", MEMBER),
            Map.entry("persona info", MEMBER),
            Map.entry("persona create", MEMBER),
            Map.entry("persona edit", CREATOR),
            Map.entry("persona delete", CREATOR),
            Map.entry("persona share", CREATOR),
            Map.entry("persona unshare", CREATOR),
            Map.entry("persona transfer", CREATOR),
            Map.entry("persona import", MEMBER),
            Map.entry("persona export", CREATOR),
            Map.entry("persona use", MANAGER),
            Map.entry("scene", MANAGER),
            Map.entry("reset", MANAGER),
            Map.entry("reset undo", MANAGER),
            Map.entry("export", MANAGER),
            Map.entry("retry", ASKER),
            Map.entry("continue", ASKER),
            Map.entry("undo", ASKER),
            Map.entry("stop", ASKER),
            Map.entry("swipe", ASKER),
            Map.entry("edit", ASKER),
            Map.entry("delete", ASKER),
            Map.entry("who", MEMBER),
            Map.entry("manager add", ADMIN),
            Map.entry("manager remove", ADMIN),
            Map.entry("manager list", ADMIN),
            Map.entry("block add", ADMIN),
            Map.entry("block remove", ADMIN),
            Map.entry("block list", ADMIN),
            Map.entry("channel config", ADMIN),
            Map.entry("thoughts peek", OWNER),
            Map.entry("thoughts mode", OWNER),
            Map.entry("thoughts steer", OWNER),
            Map.entry("plan", OWNER),
            Map.entry("prompt", OWNER)));

    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void everyCommand_hasAPromise() {
        assertThat(hall.desk().specs())
                .extracting(CommandSpec::name)
                .containsExactlyInAnyOrderElementsOf(PROMISED.keySet());
    }

    @Test
    void run_everyCommandByEveryRole_isAsPromised() {
        PROMISED.forEach((name, rule) -> Arrays.stream(Role.values())
                .forEach(role -> assertThat(refused(hall.desk().run(call(name, role))))
                        .as("/%s by %s", name, role)
                        .isEqualTo(!promised(rule, role))));
    }

    @Test
    void completions_everyOptionByEveryRole_onlyWhereItMayBeTheirs() {
        hall.run(hall.caller("maker", Role.MEMBER), "persona create", "called", "Wren", "description", "A bird.");
        hall.desk()
                .specs()
                .forEach(spec -> spec.options()
                        .forEach(option -> Arrays.stream(Role.values())
                                .filter(role -> !promised(spec.who(), role)
                                        && !(spec.who().own() && role != Role.BLOCKED))
                                .forEach(role -> assertThat(
                                                hall.desk().completions(call(spec.name(), role), option.name()))
                                        .as("%s of /%s for %s", option.name(), spec.name(), role)
                                        .isEmpty())));
    }

    @Test
    void help_everyRole_listsWhatItMayUse() {
        Stream.of(Role.MEMBER, Role.MANAGER, Role.ADMIN, Role.OWNER).forEach(role -> {
            List<String> expected = PROMISED.entrySet().stream()
                    .filter(entry ->
                            promised(entry.getValue(), role) || entry.getValue().own())
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(hall.desk().specs(hall.caller(role.name(), role)))
                    .as("for %s", role)
                    .extracting(CommandSpec::name)
                    .containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    private CommandCall call(String name, Role role) {
        Caller caller = hall.caller(role + " for " + name, role);
        CommandCall call = hall.call(caller, name);
        for (CommandSpec.Option option : hall.desk().spec(name).orElseThrow().options()) {
            call = option.required() ? call.with(option.name(), "somebody") : call;
        }
        return call;
    }

    private static boolean promised(Rule rule, Role role) {
        return role.atLeast(rule.least());
    }

    private static boolean refused(Answer answer) {
        return answer.parts().stream()
                .anyMatch(part -> part instanceof Part.Say say
                        && List.of("command.forbidden", "command.forbidden.own", "command.blocked")
                                .contains(say.notice().key()));
    }
}
