package io.omniflow.integration.sync.domain;

/** What a vendor's state stands for, whatever it is called there. */
public enum StateKind {
    /** Not begun: Linear's triage, backlog and unstarted, Jira's category "new". */
    TODO,
    STARTED,
    DONE,
    /** Linear's canceled and duplicate; Jira tells no difference from done. */
    CANCELED,
    /** A kind this version does not know. It is taken for work still open. */
    UNKNOWN
}
