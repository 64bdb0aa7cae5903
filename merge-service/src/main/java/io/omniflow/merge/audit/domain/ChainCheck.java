package io.omniflow.merge.audit.domain;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A walk along a chain that remembers only where it is. It ends at the first flaw: what follows one proves nothing.
 *
 * @param checked entries found sound
 */
public record ChainCheck(
        Head reached, long checked, @Nullable Flaw flaw) {

    /** @param anchor the entry before the first one to be checked, or {@link Head#NONE} */
    public static ChainCheck after(Head anchor) {
        return new ChainCheck(anchor, 0, null);
    }

    /**
     * @param checkpointed the hash that a checkpoint says this entry has, null when none was taken of it
     * @param redaction the record that its payload was emptied, null when it was not
     */
    public ChainCheck next(Entry entry, @Nullable Hash checkpointed, @Nullable Redaction redaction) {
        if (flaw != null) {
            return this;
        }
        Flaw.@Nullable Reason reason = reasonAgainst(entry, checkpointed, redaction);
        if (reason == null) {
            return new ChainCheck(entry.asHead(), checked + 1, null);
        }
        long place = reason == Flaw.Reason.ENTRY_MISSING ? reached.sequence() + 1 : entry.sequence();
        return flawed(place, reason);
    }

    /** Holds the entry just reached against a checkpoint that somebody else kept. */
    public ChainCheck against(Checkpoint proof) {
        boolean same = reached.sequence() != proof.sequence() || reached.hash().equals(proof.hash());
        return flaw != null || same ? this : flawed(proof.sequence(), Flaw.Reason.CHECKPOINT_DIFFERS);
    }

    /**
     * Holds a checkpoint that the log itself tells of against what is kept.
     *
     * @param entry the hash of the entry it was taken of, null when that was not looked up or is gone
     * @param kept the hash of the checkpoint as it is kept, null when it is gone
     */
    public ChainCheck told(Checkpoint told, @Nullable Hash entry, @Nullable Hash kept) {
        if (flaw != null) {
            return this;
        }
        if (kept == null) {
            return flawed(told.sequence(), Flaw.Reason.CHECKPOINT_MISSING);
        }
        boolean same = told.hash().equals(kept) && (entry == null || told.hash().equals(entry));
        return same ? this : flawed(told.sequence(), Flaw.Reason.CHECKPOINT_DIFFERS);
    }

    /**
     * Holds a redaction met on the way against the facts that might tell of it.
     *
     * @param sealed entries of the chain
     * @param waiting facts that are accepted and will be sealed
     */
    public ChainCheck redacted(Redaction redaction, Collection<Entry> sealed, Collection<Fact> waiting) {
        boolean told = sealed.stream()
                        .anyMatch(entry ->
                                redaction.isToldBy(entry.fact()) && entry.holdsItsFields() && entry.holdsItsPayload())
                || waiting.stream().anyMatch(redaction::isToldBy);
        return flaw != null || told ? this : flawed(redaction.sequence(), Flaw.Reason.REDACTION_UNPROVEN);
    }

    /** The same place in the chain with nothing checked yet. */
    public ChainCheck asAnchor() {
        return new ChainCheck(reached, 0, flaw);
    }

    /** To be called when nothing is left to read: {@code end} is the entry that should have been the last one. */
    public ChainCheck endedAt(long sequence, @Nullable Hash hash) {
        if (flaw != null) {
            return this;
        }
        if (reached.sequence() < sequence) {
            return flawed(reached.sequence() + 1, Flaw.Reason.ENTRY_MISSING);
        }
        if (hash != null && !Objects.equals(reached.hash(), hash)) {
            return flawed(sequence, Flaw.Reason.CHAIN_BROKEN);
        }
        return this;
    }

    /**
     * To be called when the walk went to the head: nothing may lie beyond it, and it may lie behind no checkpoint.
     *
     * @param lastEntry sequence of the last entry there is
     * @param lastCheckpoint sequence of the last checkpoint taken, 0 for none
     */
    public ChainCheck nothingBeyond(Head head, long lastEntry, long lastCheckpoint) {
        if (flaw != null) {
            return this;
        }
        if (lastCheckpoint > head.sequence()) {
            return flawed(head.sequence() + 1, Flaw.Reason.ENTRY_MISSING);
        }
        return lastEntry > head.sequence() ? flawed(head.sequence() + 1, Flaw.Reason.ENTRY_BEYOND_END) : this;
    }

    private Flaw.@Nullable Reason reasonAgainst(
            Entry entry, @Nullable Hash checkpointed, @Nullable Redaction redaction) {
        if (entry.sequence() != reached.sequence() + 1) {
            return Flaw.Reason.ENTRY_MISSING;
        }
        if (!entry.holdsItsFields()) {
            return Flaw.Reason.FIELD_CHANGED;
        }
        if (redaction == null ? !entry.holdsItsPayload() : !redaction.standsIn(entry)) {
            return Flaw.Reason.PAYLOAD_CHANGED;
        }
        if (!entry.previousHash().equals(reached.hash())) {
            return Flaw.Reason.CHAIN_BROKEN;
        }
        if (checkpointed != null && !checkpointed.equals(entry.hash())) {
            return Flaw.Reason.CHECKPOINT_DIFFERS;
        }
        return null;
    }

    private ChainCheck flawed(long sequence, Flaw.Reason reason) {
        return new ChainCheck(reached, checked, new Flaw(sequence, reason));
    }
}
