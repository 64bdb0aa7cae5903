package io.omniflow.merge.audit.domain;

/** Where a chain does not hold, and in what way. */
public record Flaw(long sequence, Reason reason) {
    public enum Reason {
        /** The payload is not the one that was sealed. */
        PAYLOAD_CHANGED,
        /** Who, what, when, from where, or one of the hashes is not as it was sealed. */
        FIELD_CHANGED,
        /** No entry has this sequence. */
        ENTRY_MISSING,
        /** The entry lies beyond the end of the chain: it was not appended by the sequencer. */
        ENTRY_BEYOND_END,
        /** The entry is sound by itself and does not follow the one before it: one of them was put in later. */
        CHAIN_BROKEN,
        /** The entry is not the one a checkpoint was taken of. */
        CHECKPOINT_DIFFERS,
        /** A checkpoint that was published is not kept any more. */
        CHECKPOINT_MISSING,
        /** The payload was emptied, and no entry of the chain tells of it. */
        REDACTION_UNPROVEN,
        /** What left the log before is in no archive whose signature holds. */
        ARCHIVE_UNPROVEN
    }
}
