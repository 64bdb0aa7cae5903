package io.omniflow.integration.delivery.rest;

/** Examples of the API description. */
final class DeliveryExamples {
    static final String DEAD = """
            {"id": "019a9f60-0a11-7f00-8c55-0d3f4b1c2a77", "linkId": "019a9f60-0a10-7a44-9b61-7e0c1d2f3a4b",
             "ticketId": "019a9f5f-1111-7222-8333-444455556666", "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f",
             "operation": "create_issue", "state": "dead", "attempts": 15, "nextAttemptAt": null,
             "problem": {"type": "vendor-unavailable", "status": 502, "detail": "Linear answered 503"},
             "createdAt": "2026-11-24T10:00:00.000Z", "updatedAt": "2026-11-24T12:05:31.000Z", "threadId": null}""";
    static final String RETRIED = """
            {"id": "019a9f60-0a11-7f00-8c55-0d3f4b1c2a77", "linkId": "019a9f60-0a10-7a44-9b61-7e0c1d2f3a4b",
             "ticketId": "019a9f5f-1111-7222-8333-444455556666", "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f",
             "operation": "create_issue", "state": "ready", "attempts": 0, "nextAttemptAt": "2026-11-24T13:00:00.000Z",
             "problem": {"type": "vendor-unavailable", "status": 502, "detail": "Linear answered 503"},
             "createdAt": "2026-11-24T10:00:00.000Z", "updatedAt": "2026-11-24T13:00:00.000Z", "threadId": null}""";
    static final String PAGE = "{\"items\": [" + DEAD + "], \"nextCursor\": null}";

    private DeliveryExamples() {}
}
