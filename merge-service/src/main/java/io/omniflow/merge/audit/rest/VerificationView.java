package io.omniflow.merge.audit.rest;

import io.omniflow.merge.audit.VerifyChain;
import io.omniflow.merge.audit.domain.Flaw;
import io.omniflow.merge.audit.domain.Head;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a check of the chain found. */
@Schema(name = "AuditVerification")
public record VerificationView(
        boolean valid,
        @Schema(description = "Entries found sound") long checked,
        long fromSequence,

        @Schema(description = "The last sequence that was to be checked")
        long toSequence,

        @Schema(description = "The end of the chain; its sequence is the number of entries ever appended")
        HeadView head,

        @Schema(description = "Facts accepted and not yet appended")
        long waiting,

        @Nullable FlawView problem) {

    @Schema(name = "AuditHead")
    public record HeadView(long sequence, String hash) {
        static HeadView of(Head head) {
            return new HeadView(head.sequence(), head.hash().hex());
        }
    }

    @Schema(name = "AuditFlaw")
    public record FlawView(long sequence, Flaw.Reason reason, String detail) {
        static FlawView of(Flaw flaw) {
            return new FlawView(flaw.sequence(), flaw.reason(), inWords(flaw.reason()));
        }
    }

    static VerificationView of(VerifyChain.Outcome outcome, long waiting) {
        Flaw flaw = outcome.check().flaw();
        return new VerificationView(
                flaw == null,
                outcome.check().checked(),
                outcome.from(),
                outcome.to(),
                HeadView.of(outcome.head()),
                waiting,
                flaw == null ? null : FlawView.of(flaw));
    }

    private static String inWords(Flaw.Reason reason) {
        return switch (reason) {
            case PAYLOAD_CHANGED -> "The payload is not the one that was recorded";
            case FIELD_CHANGED -> "A field or hash of the entry is not as it was recorded";
            case ENTRY_MISSING -> "The entry with this sequence is gone";
            case ENTRY_BEYOND_END -> "Entries lie beyond the end of the chain";
            case CHAIN_BROKEN -> "The entry does not follow the one before it";
            case CHECKPOINT_DIFFERS -> "The entry is not the one that was checkpointed";
            case CHECKPOINT_MISSING -> "A checkpoint that was published is gone";
            case REDACTION_UNPROVEN -> "The payload was emptied, and no entry tells of it";
            case ARCHIVE_UNPROVEN -> "The signature of the archive before the log does not hold";
        };
    }
}
