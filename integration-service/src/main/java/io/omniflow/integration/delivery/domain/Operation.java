package io.omniflow.integration.delivery.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/** What a delivery does at the other side. */
public enum Operation {
    CREATE_ISSUE,
    /** Brings an issue into the state its ticket's status asks for. */
    SET_STATE,
    ADD_COMMENT,
    /** Reads an issue again and takes over what changed there. */
    REFRESH,
    /** Puts the ticket's address on an issue that was made by somebody else. */
    ATTACH,
    POST_THREAD,
    POST_UPDATE,
    /** Finds out who wrote a reply in a thread and has it noted on the ticket. */
    TAKE_REPLY;

    /** Whether a subject has it done once only, so that asking again is asking for the same. */
    public boolean onceASubject() {
        return switch (this) {
            case CREATE_ISSUE, POST_THREAD -> true;
            case SET_STATE, ADD_COMMENT, REFRESH, ATTACH, POST_UPDATE, TAKE_REPLY -> false;
        };
    }

    /** Whether it is done so often that one that is over is not worth keeping. */
    public boolean isRoutine() {
        return this == REFRESH;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws NoSuchElementException for a text that names none */
    public static Operation of(String text) {
        return Arrays.stream(values())
                .filter(operation -> operation.text().equals(text))
                .findAny()
                .orElseThrow();
    }
}
