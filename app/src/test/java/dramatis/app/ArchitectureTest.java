package dramatis.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What Maven's module edges cannot guard. */
@AnalyzeClasses(
        packages = "dramatis",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJar.class})
class ArchitectureTest {
    private static final String[] OUTER = {
        "dramatis.djl..",
        "dramatis.hub..",
        "dramatis.openai..",
        "dramatis.console..",
        "dramatis.discord..",
        "dramatis.telegram..",
        "dramatis.persistence..",
        "dramatis.characters..",
        "dramatis.metrics.."
    };

    /** The core's test-jar holds contracts that know all ports. */
    static final class NoTestJar implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("dramatis.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule siblings_standApart = slices().matching(
                    "dramatis.(djl|hub|openai|console|discord|telegram|persistence|characters|metrics)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule core_knowsNoModule = noClasses()
            .that()
            .resideOutsideOfPackages(OUTER)
            .and()
            .resideOutsideOfPackage("dramatis.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OUTER);

    @ArchTest
    static final ArchRule app_isKnownByNobody = noClasses()
            .that()
            .resideOutsideOfPackage("dramatis.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dramatis.app..");

    /** A sentence comes from the bundle or it is not shown: nobody else loads one or fills arguments in. */
    @ArchTest
    static final ArchRule phrases_aloneMakeText = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dramatis.message.Phrases")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ResourceBundle.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(MessageFormat.class);
}
