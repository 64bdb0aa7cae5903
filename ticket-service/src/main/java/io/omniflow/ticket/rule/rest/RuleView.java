package io.omniflow.ticket.rule.rest;

import io.omniflow.ticket.rule.Reports;
import io.omniflow.ticket.rule.domain.Outcome;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.RuleTerms;
import io.omniflow.ticket.rule.domain.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule as the API shows it, with what became of it; the counters raise no version. */
@Schema(name = "Rule")
record RuleView(
        UUID id,
        String name,
        int position,
        boolean enabled,
        Trigger trigger,
        ConditionsBody when,
        ActsBody then,
        Counters counters,
        List<ErrorView> errors,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** {@code skippedBecause} says how often for which reason. */
    @Schema(name = "RuleCounters")
    record Counters(
            long matched,
            long created,
            long changed,
            long skipped,
            long failed,
            Map<String, Long> skippedBecause,
            @Nullable Instant lastMatchedAt) {
        static Counters of(Reports.Report report) {
            Map<String, Long> skips = new TreeMap<>();
            report.counts().forEach((outcome, times) -> {
                if (outcome.isSkipped()) {
                    skips.put(outcome.name().toLowerCase(Locale.ROOT), times);
                }
            });
            return new Counters(
                    report.counts().values().stream().mapToLong(Long::longValue).sum(),
                    report.counts().getOrDefault(Outcome.CREATED, 0L),
                    report.counts().getOrDefault(Outcome.CHANGED, 0L),
                    skips.values().stream().mapToLong(Long::longValue).sum(),
                    report.counts().getOrDefault(Outcome.FAILED, 0L),
                    skips,
                    report.lastMatchedAt());
        }
    }

    @Schema(name = "RuleError")
    record ErrorView(Instant at, UUID conversationId, String problem) {}

    /** Describes a page of rules to the readers of the API description. */
    @Schema(name = "RulePage")
    record Several(List<RuleView> items, @Nullable String nextCursor) {}

    static RuleView of(Rule rule, Reports.Report report) {
        RuleTerms terms = rule.terms();
        return new RuleView(
                rule.id(),
                terms.name(),
                terms.position(),
                terms.enabled(),
                terms.trigger(),
                ConditionsBody.of(terms.when()),
                ActsBody.of(terms.then()),
                Counters.of(report),
                report.errors().stream()
                        .map(error -> new ErrorView(error.at(), error.conversation(), error.problem()))
                        .toList(),
                rule.version(),
                rule.createdAt(),
                rule.updatedAt());
    }
}
