package io.omniflow.merge.audit.domain;

import java.time.LocalDate;

/**
 * When a checkpoint is due: after so many entries, and at the latest on the next day. Entries that are checkpoints do not count: a
 * checkpoint would otherwise call for the next one for ever.
 */
public record CheckpointRule(long entries) {
    boolean due(long unproven, LocalDate provenOn, LocalDate today) {
        return unproven > 0 && (unproven >= entries || today.isAfter(provenOn));
    }
}
