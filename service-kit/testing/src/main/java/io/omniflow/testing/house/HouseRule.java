package io.omniflow.testing.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A rule under the name its fixture bears. */
record HouseRule(String name, ArchRule rule) {
    List<String> violations(JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails().stream()
                .map(detail -> name + ": " + detail)
                .toList();
    }
}
