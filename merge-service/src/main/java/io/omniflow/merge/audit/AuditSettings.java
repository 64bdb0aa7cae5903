package io.omniflow.merge.audit;

import io.omniflow.merge.audit.domain.CheckpointRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of the audit log. */
@ConfigMapping(prefix = "omniflow.audit")
public interface AuditSettings {
    /** Facts appended in one transaction. */
    @WithDefault("500")
    @Min(1) @Max(5000) int batch();

    /** Bytes of payloads appended in one transaction; one fact in any case. */
    @WithName("batch-bytes")
    @WithDefault("4000000")
    @Min(1) long batchBytes();

    /** Workspaces a replica appends to at the same time; each holds a database connection. */
    @WithDefault("4")
    @Min(1) int parallel();

    /** Entries after which a checkpoint is published; with any new entry there is one a day at least. */
    @WithName("checkpoint-every")
    @WithDefault("1000")
    @Min(1) long checkpointEvery();

    /** Entries read in one go when a chain is checked; bounds the memory of a check. */
    @WithName("verify-chunk")
    @WithDefault("1000")
    @Min(1) @Max(5000) int verifyChunk();

    default Chains.Most most() {
        return new Chains.Most(batch(), batchBytes());
    }

    default CheckpointRule checkpointRule() {
        return new CheckpointRule(checkpointEvery());
    }
}
