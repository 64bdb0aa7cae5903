package io.omniflow.sla.policy.rest.simulation;

/** Examples shown in the API's document. */
final class SimulationExamples {
    static final String SIMULATE = """
            {"policy": {"name": "Stricter", "position": 1, "when": {"tags": ["gold"]},
                        "calendarId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60",
                        "targets": {"high": {"firstResponse": "PT30M", "resolution": "PT4H"}}},
             "policyId": null, "from": "2026-10-01T00:00:00.000Z", "to": "2026-11-01T00:00:00.000Z", "only": "matching"}""";

    static final String SIMULATION = """
            {"id": "019ab3f5-2222-7c3f-8a4b-5c6d7e8f9a0b", "state": "completed", "policyName": "Stricter",
             "policyId": "019ab3f5-2222-7c3f-8a4b-5c6d7e8f9a0c", "position": 1, "from": "2026-10-01T00:00:00.000Z",
             "to": "2026-11-01T00:00:00.000Z", "asOf": "2026-11-28T09:00:00.000Z", "only": "matching", "total": 1200,
             "done": 1200, "leftOut": 0,
             "result": {"tickets": 85, "matched": 85, "breachedOnlyBefore": 0, "breachedOnlyAfter": 12, "metrics": [
               {"metric": "resolution", "before": {"met": 80, "breached": 3, "running": 2},
                "after": {"met": 68, "breached": 15, "running": 2}, "breachedOnlyBefore": 0, "breachedOnlyAfter": 12}]},
             "problem": null, "createdBy": "lea", "createdAt": "2026-11-28T09:00:00.000Z",
             "finishedAt": "2026-11-28T09:00:01.500Z"}""";

    static final String TICKETS = """
            {"items": [{"ticketId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "metric": "resolution", "cycle": 1,
                        "before": {"outcome": "met", "target": "PT8H", "dueAt": null, "breachedAt": null},
                        "after": {"outcome": "breached", "target": "PT4H", "dueAt": null,
                                  "breachedAt": "2026-10-05T13:00:00.000Z"}}],
             "nextCursor": null}""";

    private SimulationExamples() {}
}
