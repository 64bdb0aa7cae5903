package io.omniflow.sla.clock.rest;

/** Answers as they are shown in the API description. */
final class Examples {
    static final String CLOCKS = """
            {"ticketId": "019aae10-0000-7000-8000-000000000042", "ticketVersion": 3, "at": "2026-11-24T09:12:03.250Z",
             "clocks": [
              {"metric": "first_response", "cycle": 1, "state": "running",
               "policyId": "5b0f7c3e-6d0c-3f5e-9d8b-0a4a3f0e7c11", "policyVersion": 1,
               "calendarId": "8d3c1c52-3b0e-3e0a-8c57-5a2f6f1e9b20", "calendarVersion": 1, "target": "PT1H", "counted": "PT12M3.25S",
               "remaining": "PT47M56.75S", "dueAt": "2026-11-24T10:00:00.000Z", "startedAt": "2026-11-24T09:00:00.000Z",
               "stoppedAt": null, "breachedAt": null,
               "warnings": [{"percent": 75, "at": null}, {"percent": 90, "at": null}]},
              {"metric": "resolution", "cycle": 1, "state": "running",
               "policyId": "5b0f7c3e-6d0c-3f5e-9d8b-0a4a3f0e7c11", "policyVersion": 1,
               "calendarId": "8d3c1c52-3b0e-3e0a-8c57-5a2f6f1e9b20", "calendarVersion": 1, "target": "PT8H", "counted": "PT12M3.25S",
               "remaining": "PT7H47M56.75S", "dueAt": "2026-11-24T17:00:00.000Z",
               "startedAt": "2026-11-24T09:00:00.000Z", "stoppedAt": null, "breachedAt": null,
               "warnings": [{"percent": 75, "at": null}, {"percent": 90, "at": null}]}]}
            """;

    static final String EXPLANATION = """
            {"ticketId": "019aae10-0000-7000-8000-000000000042", "clocks": [
              {"metric": "resolution", "cycle": 1, "counted": "PT1H12M3.25S", "intervals": [
                {"from": "2026-11-23T15:00:00.000Z", "to": "2026-11-23T16:00:00.000Z", "counts": true, "reason": "open",
                 "policyId": "019dd6bf-fe80-7823-812d-1eacb6795622", "policyVersion": 2,
                 "calendarId": "019dd6bf-f000-7a11-9c2e-2f3b8a7c5d10", "calendarVersion": 4},
                {"from": "2026-11-23T16:00:00.000Z", "to": "2026-11-24T08:00:00.000Z", "counts": false,
                 "reason": "outside_hours", "policyId": "019dd6bf-fe80-7823-812d-1eacb6795622", "policyVersion": 2,
                 "calendarId": "019dd6bf-f000-7a11-9c2e-2f3b8a7c5d10", "calendarVersion": 4},
                {"from": "2026-11-24T08:00:00.000Z", "to": "2026-11-24T08:12:03.250Z", "counts": true,
                 "reason": "in_progress", "policyId": "019dd6bf-fe80-7823-812d-1eacb6795622", "policyVersion": 2,
                 "calendarId": "019dd6bf-f000-7a11-9c2e-2f3b8a7c5d10", "calendarVersion": 4}]}]}
            """;

    private Examples() {}
}
