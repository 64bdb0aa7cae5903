package io.omniflow.merge.merging;

import io.omniflow.kit.identity.Role;

/** The least role that may do something; who only looks on may never. */
public enum LeastRole {
    AGENT(Role.AGENT),
    LEAD(Role.LEAD),
    ADMIN(Role.ADMIN);

    private final Role role;

    LeastRole(Role role) {
        this.role = role;
    }

    boolean allows(Role other) {
        return other.covers(role);
    }

    String text() {
        return role.text();
    }
}
