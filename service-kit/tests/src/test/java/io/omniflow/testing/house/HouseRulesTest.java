package io.omniflow.testing.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {
    private static final String FIXTURES = "io.omniflow.fixture.";

    @ParameterizedTest
    @CsvSource({
        "domain-stands-alone, Uni",
        "use-cases-know-no-technology, Response",
        "edges-do-not-meet, StoredRow",
        "contract-stays-in-kafka, StatusView",
        "domain-has-no-clock, now",
        "domain-has-no-chance, randomUUID",
        "domain-takes-no-flags, Door.set",
        "nothing-blocks, indefinitely",
        "nothing-prints, System.out",
        "names-tell-the-job, TicketManager",
        "names-tell-the-job, TicketDto",
        "names-tell-the-job, AbstractTicket",
        "packages-tell-the-place, feature.util.Texts",
        "packages-are-null-marked, Unmarked",
        "endpoints-name-a-role, namesNone",
        "endpoints-name-a-role, isOpenAndNotListed",
        "endpoints-name-a-role, namesAnUnknownRole",
        "endpoints-name-a-role, namesTwo",
        "endpoints-are-documented, inTheCellar"
    })
    void a_rule_finds_what_breaks_it_and_nothing_else_does(String rule, String culprit) {
        List<String> violations = violations(rule.replace("-", ""), Set.of());
        assertTrue(
                violations.stream().anyMatch(said -> said.startsWith(rule + ": ") && said.contains(culprit)),
                () -> rule + " misses " + culprit + ": " + violations);
        assertEquals(
                Set.of(rule),
                violations.stream()
                        .map(said -> said.substring(0, said.indexOf(':')))
                        .collect(Collectors.toSet()));
    }

    @Test
    void code_that_keeps_to_the_house_passes() {
        assertEquals(List.of(), violations("good", Set.of("ShelfResource.open")));
    }

    @Test
    void an_endpoint_listed_as_open_must_say_so_itself() {
        List<String> violations = violations("good", Set.of("ShelfResource.open", "ShelfResource.read"));
        assertEquals(1, violations.size(), violations.toString());
    }

    @Test
    void a_check_of_nothing_fails() {
        assertThrows(AssertionError.class, () -> HouseRules.check("io.omniflow.nowhere"));
    }

    private static List<String> violations(String fixture, Set<String> openMethods) {
        JavaClasses classes = new ClassFileImporter().importPackages(FIXTURES + fixture);
        return HouseRules.violations(FIXTURES + fixture, classes, openMethods);
    }
}
