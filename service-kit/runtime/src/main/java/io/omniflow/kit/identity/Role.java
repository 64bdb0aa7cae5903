package io.omniflow.kit.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Ordered from the least to the most: each role may do what the ones before it may. */
public enum Role {
    VIEWER(Roles.VIEWER),
    AGENT(Roles.AGENT),
    LEAD(Roles.LEAD),
    ADMIN(Roles.ADMIN);

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** The name used in tokens and in {@code @RolesAllowed}. */
    public String text() {
        return text;
    }

    /** Whether this role may do what {@code least} may. */
    public boolean covers(Role least) {
        return compareTo(least) >= 0;
    }

    /** The names of this role and of all it implies. */
    public Set<String> implied() {
        return Arrays.stream(values()).filter(this::covers).map(Role::text).collect(Collectors.toUnmodifiableSet());
    }

    /** The highest role among group names; unknown names are passed over. */
    public static Optional<Role> highestOf(Collection<String> groups) {
        return Arrays.stream(values())
                .filter(role -> groups.contains(role.text))
                .reduce((lower, higher) -> higher);
    }
}
