package io.omniflow.sla.overview;

/** Examples shown in the API's document. */
final class OverviewExamples {
    static final String DUE = """
            {"items": [{"ticketId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "metric": "resolution", "cycle": 1,
                        "policyId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e70", "policyVersion": 1,
                        "calendarId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60", "target": "PT8H",
                        "dueAt": "2026-11-30T15:00:00.000Z", "left": "PT1H12M", "status": "open", "priority": "high",
                        "teamId": null, "assigneeId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e11"}],
             "nextCursor": null}""";

    static final String BREACHES = """
            {"items": [{"ticketId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "metric": "resolution", "cycle": 1,
                        "policyId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e70", "policyVersion": 1,
                        "calendarId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60", "target": "PT8H",
                        "breachedAt": "2026-11-30T15:00:00.000Z", "noticedAt": "2026-11-30T15:00:00.084Z",
                        "late": "PT0.084S", "stoppedAt": null, "status": "open", "priority": "high",
                        "teamId": null, "assigneeId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e11"}],
             "nextCursor": null}""";

    static final String REPORT = """
            {"from": "2026-11-01T00:00:00.000Z", "to": "2026-12-01T00:00:00.000Z", "groupBy": "priority",
             "groups": [{"key": "high", "metric": "resolution", "closed": 120, "met": 114, "breached": 6,
                         "attainment": 0.95, "p50": "PT2H11M", "p90": "PT6H40M2.5S", "p95": "PT7H58M"}]}""";

    private OverviewExamples() {}
}
