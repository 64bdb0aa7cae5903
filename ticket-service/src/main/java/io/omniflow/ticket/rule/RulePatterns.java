package io.omniflow.ticket.rule;

import io.omniflow.ticket.field.Patterns;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.omniflow.ticket.field.domain.TextPattern;
import io.omniflow.ticket.rule.domain.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The regexes of rules, compiled; bounds are those of the custom fields'. */
@ApplicationScoped
class RulePatterns {
    private final Patterns patterns;

    RulePatterns(Patterns patterns) {
        this.patterns = patterns;
    }

    /** Compiled as it stands too, for one that closes what it did not open would be no regex by itself. */
    boolean isUsable(String regex) {
        return !regex.isEmpty()
                && regex.length() <= FieldDefinition.LONGEST_REGEX
                && patterns.compile(regex).isPresent()
                && anywhere(regex).isPresent();
    }

    @Nullable TextPattern of(Rule rule) {
        @Nullable String regex = rule.terms().when().regex();
        return regex == null ? null : anywhere(regex).orElse(null);
    }

    private Optional<TextPattern> anywhere(String regex) {
        return patterns.compile(Rule.anywhere(regex));
    }
}
