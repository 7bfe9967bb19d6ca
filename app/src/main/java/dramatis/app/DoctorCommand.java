package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dramatis doctor}: what is set, what is missing, and what to do. */
@Command(
        name = "doctor",
        description = "Says what is set, what is missing and what to do. The exit status is 1 when there is an error.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--full", description = "Load the model (download it, if it must be) and have it reply, too.")
    private boolean full;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        var out = surroundings.out();
        out.println(Version.line());
        var layers = options.layers(surroundings);
        for (Key key : Key.values()) {
            layers.given(key).ifPresent(given -> out.println("set      " + given));
        }
        var findings = findings(layers);
        findings.forEach(out::println);
        return findings.stream().anyMatch(finding -> finding.grade() == Finding.Grade.ERROR)
                ? CommandFailure.FAILED
                : 0;
    }

    private List<Finding> findings(Layers layers) {
        var findings = new ArrayList<Finding>();
        layers.warnings()
                .forEach(sentence -> findings.add(Finding.warning(sentence, "see README.md for all settings")));
        findings.addAll(Checkup.machine());
        try {
            var settings = Settings.of(layers, surroundings.directory());
            var checkup = new Checkup(settings);
            var model = new ModelCheckup(settings.model());
            findings.addAll(checkup.characters());
            findings.addAll(checkup.data());
            findings.addAll(model.look());
            findings.addAll(new PlatformCheckup(settings).look());
            if (full) {
                findings.addAll(model.play());
            }
        } catch (SettingsException e) {
            e.problems().forEach(problem -> findings.add(Finding.error(problem, "")));
        }
        return findings;
    }
}
