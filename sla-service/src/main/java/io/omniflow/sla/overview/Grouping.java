package io.omniflow.sla.overview;

/** What a report tells apart: as things are now, but for the policy, which is the clock's own. */
enum Grouping {
    TEAM("t.team_id::text"),
    ASSIGNEE("t.assignee_id::text"),
    PRIORITY("t.priority"),
    POLICY("c.policy_id::text");

    private final String column;

    Grouping(String column) {
        this.column = column;
    }

    /** As SQL. */
    String column() {
        return column;
    }
}
