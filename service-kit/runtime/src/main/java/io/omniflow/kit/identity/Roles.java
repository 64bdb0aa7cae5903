package io.omniflow.kit.identity;

/**
 * Role names for {@code @RolesAllowed}. Name the least role that may call; the higher ones imply it.
 */
public final class Roles {
    public static final String VIEWER = "viewer";
    public static final String AGENT = "agent";
    public static final String LEAD = "lead";
    public static final String ADMIN = "admin";

    private Roles() {}
}
