package io.omniflow.merge.audit.rest;

/** Answers shown in the API description. The hashes are true ones. */
final class AuditExamples {
    static final String ENTRY = """
            {
              "id": "019ab3c0-1111-7000-8000-000000000002",
              "sequence": 2,
              "ticketId": "019ab3c0-2222-7000-8000-000000000001",
              "kind": "status_changed",
              "actor": "agent:anna",
              "at": "2026-11-24T09:31:00.000Z",
              "recordedAt": "2026-11-24T09:31:00.012Z",
              "service": "ticket-service",
              "mergeId": null,
              "correlationId": "5f1c7a52",
              "before": "open",
              "after": "waiting",
              "details": {},
              "origin": {"backfill": false, "causationId": null, "changeId": null, "sequence": 2, "sourceAddress": "192.0.2.7"},
              "redacted": false,
              "salt": "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
              "payloadHash": "9828839bb0fe6622be83b7dd542ace88b65a265a74d36cea5573df7db81d39f7",
              "previousHash": "3f193295deae12a06641a4b40e74b73832dbc10e7ef069868545a987e6dd9a8c",
              "hash": "15550eb6e251cefbad01db45c415d62f65203a21b9a8f93da6f4ca26555ef822"
            }""";

    static final String PAGE = "{\"items\": [" + ENTRY + "], \"nextCursor\": null}";

    static final String SOUND = """
            {
              "valid": true,
              "checked": 2,
              "fromSequence": 1,
              "toSequence": 2,
              "head": {"sequence": 2, "hash": "15550eb6e251cefbad01db45c415d62f65203a21b9a8f93da6f4ca26555ef822"},
              "waiting": 0,
              "problem": null
            }""";

    static final String CHANGED = """
            {
              "valid": false,
              "checked": 1,
              "fromSequence": 1,
              "toSequence": 2,
              "head": {"sequence": 2, "hash": "15550eb6e251cefbad01db45c415d62f65203a21b9a8f93da6f4ca26555ef822"},
              "waiting": 0,
              "problem": {
                "sequence": 2,
                "reason": "payload_changed",
                "detail": "The payload is not the one that was recorded"
              }
            }""";

    private AuditExamples() {}
}
