package vn.tungnha.guards;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Time comes from the injected Clock, or a test cannot set it and a demonstration cannot be dated. */
class ClockGuardTests {

    @Test
    void takesEveryNowFromTheClock() {
        JavaClasses classes = ours();
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("now() without a Clock") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getName().equals("now")
                                && belongToAnyOf(
                                                Instant.class,
                                                LocalDate.class,
                                                LocalDateTime.class,
                                                OffsetDateTime.class,
                                                ZonedDateTime.class,
                                                Year.class,
                                                YearMonth.class)
                                        .test(call.getTargetOwner())
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class));
                    }
                })
                .check(classes);
    }

    /** Without following every library we call: names are all that the rule asks for. */
    private static JavaClasses ours() {
        ArchConfiguration configuration = ArchConfiguration.get();
        boolean resolving = configuration.resolveMissingDependenciesFromClassPath();
        configuration.setResolveMissingDependenciesFromClassPath(false);
        try {
            return new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("vn.tungnha");
        } finally {
            configuration.setResolveMissingDependenciesFromClassPath(resolving);
        }
    }
}
