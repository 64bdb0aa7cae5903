package io.omniflow.integration.sync.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a vendor's state stands for, whatever it is called there. */
public enum StateKind {
    /** Not begun: Linear's triage, backlog and unstarted, Jira's category "new". */
    TODO,
    STARTED,
    DONE,
    /** Linear's canceled and duplicate; Jira tells no difference from done. */
    CANCELED,
    /** A kind this version does not know. It is taken for work still open. */
    UNKNOWN;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StateKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findAny();
    }

    /** For a refusal that tells what would have been accepted. */
    public static String known() {
        return Arrays.stream(values()).map(StateKind::text).collect(Collectors.joining(", "));
    }
}
