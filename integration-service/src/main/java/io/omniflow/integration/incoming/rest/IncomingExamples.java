package io.omniflow.integration.incoming.rest;

/** Examples of the API description. */
final class IncomingExamples {
    static final String CHALLENGE = """
        {"token": "Jhj5dZrVaK7ZwHHjRyZWjbDl", "challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P",
         "type": "url_verification"}\
        """;
    static final String CHALLENGE_ANSWER = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P";
    static final String FAILED = """
        {"id": "019a9f60-0a11-7f00-8c55-0d3f4b1c2a77", "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f",
         "system": "slack", "deliveryId": "Ev08MFMKH6", "state": "failed", "attempts": 10, "nextAttemptAt": null,
         "reason": "The work failed on our side: PgException", "size": 812,
         "receivedAt": "2026-11-28T10:00:00.000Z", "settledAt": "2026-11-28T10:09:41.000Z"}\
        """;
    static final String RETRIED = """
        {"id": "019a9f60-0a11-7f00-8c55-0d3f4b1c2a77", "connectionId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f",
         "system": "slack", "deliveryId": "Ev08MFMKH6", "state": "waiting", "attempts": 0,
         "nextAttemptAt": "2026-11-28T11:00:00.000Z", "reason": "The work failed on our side: PgException",
         "size": 812, "receivedAt": "2026-11-28T10:00:00.000Z", "settledAt": null}\
        """;
    static final String PAGE = "{\"items\": [" + FAILED + "], \"nextCursor\": null}";

    private IncomingExamples() {}
}
