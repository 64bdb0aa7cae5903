package io.omniflow.integration.linear.fake;

import java.util.Arrays;
import java.util.Map;

/** The states of every team of the fake. */
public enum FakeWorkflow {
    TRIAGE(1, "Triage", "triage"),
    BACKLOG(2, "Backlog", "backlog"),
    TODO(3, "Todo", "unstarted"),
    IN_PROGRESS(4, "In Progress", "started"),
    IN_REVIEW(5, "In Review", "started"),
    DONE(6, "Done", "completed"),
    CANCELED(7, "Canceled", "canceled"),
    DUPLICATE(8, "Duplicate", "duplicate");

    private final int position;
    private final String title;
    private final String type;

    FakeWorkflow(int position, String title, String type) {
        this.position = position;
        this.title = title;
        this.type = type;
    }

    public String title() {
        return title;
    }

    public String id() {
        return "00000000-0000-4000-8000-0000000000a" + position;
    }

    Map<String, Object> node() {
        return Map.of("id", id(), "name", title, "type", type, "position", (double) position);
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
