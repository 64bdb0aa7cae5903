package io.omniflow.ticket.field.re2;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.omniflow.ticket.field.Patterns;
import io.omniflow.ticket.field.domain.TextPattern;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * RE2 never backtracks, but it writes repetitions out: {@code (a{1000}){1000}} is a program of a million steps. So the counts
 * of a pattern are bounded as a product.
 */
@ApplicationScoped
class Re2Patterns implements Patterns {
    private static final int MOST_REPETITIONS = 250;
    private static final int MOST_GROUPS = 50;
    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?\\}");

    @Override
    public Optional<TextPattern> compile(String regex) {
        if (repetitions(regex) > MOST_REPETITIONS
                || regex.chars().filter(character -> character == '(').count() > MOST_GROUPS) {
            return Optional.empty();
        }
        try {
            Pattern pattern = Pattern.compile(regex);
            return Optional.of(text -> pattern.matcher(text).matches());
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static double repetitions(String regex) {
        return COUNT.matcher(regex).results().mapToDouble(Re2Patterns::count).reduce(1, (one, other) -> one * other);
    }

    private static double count(MatchResult found) {
        String most = found.group(2) == null || found.group(2).isEmpty() ? found.group(1) : found.group(2);
        return Math.max(1, Double.parseDouble(most));
    }
}
