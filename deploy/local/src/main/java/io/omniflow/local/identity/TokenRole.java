package io.omniflow.local.identity;

import java.util.Locale;

/** What a token lets its bearer do; each role includes the ones before it. */
public enum TokenRole {
    VIEWER,
    AGENT,
    LEAD,
    ADMIN;

    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
