package io.omniflow.sla.policy.rest;

/** Examples shown in the API's document. */
final class PolicyExamples {
    static final String MAKE = """
            {"name": "Gold", "position": 1,
             "when": {"teamIds": ["019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e11"], "tags": ["gold"], "channels": []},
             "calendarId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60",
             "targets": {"urgent": {"firstResponse": "PT15M", "nextResponse": "PT30M", "resolution": "PT4H"},
                         "high": {"firstResponse": "PT1H", "resolution": "PT8H"}},
             "warnAtPercent": [75, 90], "onReopen": "resume", "statusCeilings": {"open": "PT48H"},
             "escalations": [{"atPercent": 100, "metrics": ["resolution"], "action": "notify_lead"}]}""";

    static final String POLICY = """
            {"id": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e70", "name": "Gold", "position": 1,
             "when": {"teamIds": ["019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e11"], "tags": ["gold"], "channels": [],
                      "contactIds": [], "customFields": {}},
             "calendarId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60",
             "targets": {"urgent": {"firstResponse": "PT15M", "nextResponse": "PT30M", "resolution": "PT4H"},
                         "high": {"firstResponse": "PT1H", "nextResponse": null, "resolution": "PT8H"},
                         "normal": null, "low": null},
             "warnAtPercent": [75, 90], "onReopen": "resume",
             "statusCeilings": {"open": "PT48H", "in_progress": null, "waiting": null},
             "escalations": [{"atPercent": 100, "metrics": ["resolution"], "action": "notify_lead", "teamId": null}],
             "builtIn": false, "version": 1, "changedBy": "lea", "createdAt": "2026-11-28T09:00:00.000Z",
             "updatedAt": "2026-11-28T09:00:00.000Z"}""";

    static final String PAGE = "{\"items\": [" + POLICY + "], \"nextCursor\": null}";

    static final String CHANGE =
            "{\"position\": 2, \"targets\": {\"urgent\": {\"resolution\": \"PT2H\"}, \"high\": null}}";

    static final String REAPPLY = "{\"ticketIds\": [\"019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f\"]}";

    static final String REAPPLIED = "{\"tickets\": 42}";

    private PolicyExamples() {}
}
