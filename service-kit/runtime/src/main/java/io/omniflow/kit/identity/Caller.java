package io.omniflow.kit.identity;

import java.util.Set;
import java.util.UUID;

/** The verified caller of a request. */
public record Caller(WorkspaceId workspace, String subject, Role role, Set<UUID> teams) {
    public Caller {
        teams = Set.copyOf(teams);
    }

    /** How events and the audit log name this caller. */
    public String actor() {
        return "agent:" + subject;
    }
}
