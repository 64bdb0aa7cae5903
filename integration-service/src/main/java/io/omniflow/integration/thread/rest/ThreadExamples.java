package io.omniflow.integration.thread.rest;

/** Examples of the API description. */
final class ThreadExamples {
    static final String REQUEST = "{\"ticketId\": \"019a9f5f-1111-7222-8333-444455556666\"}";
    static final String REQUESTED = """
        {"id": "019a9f60-0a10-7a44-9b61-7e0c1d2f3a4b", "ticketId": "019a9f5f-1111-7222-8333-444455556666",
         "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f", "channel": "C0TICKETS", "message": null,
         "state": "requested", "problem": null, "version": 1, "createdAt": "2026-11-28T10:00:00.000Z",
         "updatedAt": "2026-11-28T10:00:00.000Z"}\
        """;
    static final String OPEN = """
        {"id": "019a9f60-0a10-7a44-9b61-7e0c1d2f3a4b", "ticketId": "019a9f5f-1111-7222-8333-444455556666",
         "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f", "channel": "C0TICKETS",
         "message": "1764324000.000100", "state": "open", "problem": null, "version": 3,
         "createdAt": "2026-11-28T10:00:00.000Z", "updatedAt": "2026-11-28T10:00:01.000Z"}\
        """;
    static final String PAGE = "{\"items\": [" + OPEN + "], \"nextCursor\": null}";

    private ThreadExamples() {}
}
