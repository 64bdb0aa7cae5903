package io.omniflow.merge.audit.domain;

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

    /** @param checkpointed the hash that a checkpoint says this entry has, null when none was taken of it */
    public ChainCheck next(Entry entry, @Nullable Hash checkpointed) {
        if (flaw != null) {
            return this;
        }
        Flaw.@Nullable Reason reason = reasonAgainst(entry, checkpointed);
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

    private Flaw.@Nullable Reason reasonAgainst(Entry entry, @Nullable Hash checkpointed) {
        if (entry.sequence() != reached.sequence() + 1) {
            return Flaw.Reason.ENTRY_MISSING;
        }
        if (!entry.holdsItsFields()) {
            return Flaw.Reason.FIELD_CHANGED;
        }
        if (!entry.holdsItsPayload()) {
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
