package io.omniflow.integration.linear.fake;

import java.util.Arrays;
import java.util.Map;

/** The states of every team of the fake. */
public enum FakeWorkflow {
    TRIAGE("Triage", "triage"),
    BACKLOG("Backlog", "backlog"),
    TODO("Todo", "unstarted"),
    IN_PROGRESS("In Progress", "started"),
    IN_REVIEW("In Review", "started"),
    DONE("Done", "completed"),
    CANCELED("Canceled", "canceled"),
    DUPLICATE("Duplicate", "duplicate");

    private final String title;
    private final String type;

    FakeWorkflow(String title, String type) {
        this.title = title;
        this.type = type;
    }

    public String title() {
        return title;
    }

    public String id() {
        return "00000000-0000-4000-8000-0000000000a" + ordinal();
    }

    Map<String, Object> node() {
        return Map.of("id", id(), "name", title, "type", type, "position", (double) ordinal());
    }

    static FakeWorkflow named(String title) {
        return Arrays.stream(values())
                .filter(state -> state.title.equals(title))
                .findAny()
                .orElseThrow();
    }

    static FakeWorkflow of(String id) {
        return Arrays.stream(values())
                .filter(state -> state.id().equals(id))
                .findAny()
                .orElseThrow(() -> new FakeState.Refusal("Entity not found: WorkflowState"));
    }
}
