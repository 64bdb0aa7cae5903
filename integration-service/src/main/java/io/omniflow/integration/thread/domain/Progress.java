package io.omniflow.integration.thread.domain;

/** A ticket's status, in the words people read. */
public enum Progress {
    OPEN("Open"),
    IN_PROGRESS("In progress"),
    WAITING("Waiting"),
    RESOLVED("Resolved"),
    CLOSED("Closed");

    private final String words;

    Progress(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
