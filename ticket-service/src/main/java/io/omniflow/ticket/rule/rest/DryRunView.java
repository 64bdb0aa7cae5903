package io.omniflow.ticket.rule.rest;

import io.omniflow.ticket.rule.DryRun;
import io.omniflow.ticket.rule.domain.Condition;
import io.omniflow.ticket.rule.domain.Finding;
import io.omniflow.ticket.rule.domain.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule would do with recent conversations, newest first. */
@Schema(name = "RuleDryRun")
record DryRunView(int judged, int matched, int wouldCreate, int wouldChange, List<TrialView> items) {

    /** What would come of it. */
    @Schema(name = "RuleTrialOutcome")
    enum Expected {
        NOT_MATCHED,
        CREATES,
        CHANGES,
        HAS_TICKET,
        MADE_BEFORE,
        NO_TICKET
    }

    @Schema(name = "RuleTrial")
    record TrialView(
            UUID conversationId,
            @Nullable String subject,
            @Nullable UUID ticketId,
            Expected outcome,
            List<FindingView> conditions) {
        static TrialView of(DryRun.Trial trial) {
            return new TrialView(
                    trial.conversation(),
                    trial.subject(),
                    trial.ticket(),
                    expected(trial.outcome()),
                    trial.findings().stream().map(FindingView::of).toList());
        }
    }

    /** Whether a condition is met, and why. */
    @Schema(name = "RuleFinding")
    record FindingView(Condition condition, boolean met, String detail) {
        static FindingView of(Finding finding) {
            return new FindingView(finding.condition(), finding.answer() == Finding.Answer.MET, finding.why());
        }
    }

    static DryRunView of(List<DryRun.Trial> trials) {
        List<TrialView> items = trials.stream().map(TrialView::of).toList();
        return new DryRunView(
                items.size(),
                items.size() - count(items, Expected.NOT_MATCHED),
                count(items, Expected.CREATES),
                count(items, Expected.CHANGES),
                items);
    }

    private static int count(List<TrialView> items, Expected outcome) {
        return (int) items.stream().filter(item -> item.outcome() == outcome).count();
    }

    private static Expected expected(Optional<Outcome> outcome) {
        return outcome.map(known -> switch (known) {
                    case CREATED -> Expected.CREATES;
                    case CHANGED, UNCHANGED, FAILED, LOOPED -> Expected.CHANGES;
                    case HAS_TICKET -> Expected.HAS_TICKET;
                    case MADE_BEFORE -> Expected.MADE_BEFORE;
                    case NO_TICKET -> Expected.NO_TICKET;
                })
                .orElse(Expected.NOT_MATCHED);
    }
}
