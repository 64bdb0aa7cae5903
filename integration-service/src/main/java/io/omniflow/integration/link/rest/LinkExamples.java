package io.omniflow.integration.link.rest;

/** Examples of the API description. */
final class LinkExamples {
    static final String REQUEST = """
            {"ticketId": "019a9f5f-1111-7222-8333-444455556666", "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f"}""";
    static final String TIE = """
            {"ticketId": "019a9f5f-1111-7222-8333-444455556666", "url": "https://linear.app/example/issue/ENG-7/checkout-fails"}""";
    static final String REQUESTED = """
            {"id": "019a9f60-0a10-7a44-9b61-7e0c1d2f3a4b", "ticketId": "019a9f5f-1111-7222-8333-444455556666",
             "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f", "system": "linear", "key": null, "url": null,
             "state": "requested", "externalState": null, "problem": null, "attempts": 0, "version": 1,
             "createdAt": "2026-11-24T10:00:00.000Z", "updatedAt": "2026-11-24T10:00:00.000Z"}""";
    static final String LINKED = """
            {"id": "019a9f60-0a10-7a44-9b61-7e0c1d2f3a4b", "ticketId": "019a9f5f-1111-7222-8333-444455556666",
             "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f", "system": "linear", "key": "ENG-7",
             "url": "https://linear.app/example/issue/ENG-7", "state": "linked", "externalState": "Todo", "problem": null,
             "attempts": 1, "version": 3,
             "createdAt": "2026-11-24T10:00:00.000Z", "updatedAt": "2026-11-24T10:00:00.421Z"}""";
    static final String PAGE = "{\"items\": [" + LINKED + "], \"nextCursor\": null}";

    private LinkExamples() {}
}
