package io.omniflow.integration.connection.rest;

/** Examples of the API description. */
final class ConnectionExamples {
    static final String REQUEST = """
        {"system": "linear", "name": "Engineering", "baseUrl": null, "credentials": {"apiKey": "lin_api_example"},
         "webhookSecret": null, "settings": {"teamId": "9cfb482a-81e3-4154-b5b9-2c805e70a02d"}, "sync": "one_way"}\
        """;
    static final String CHANGE = """
        {"name": "Platform engineering", "credentials": {"apiKey": "lin_api_another_example"}}\
        """;
    static final String VIEW = """
        {"id": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f", "system": "linear", "name": "Engineering", "baseUrl": null,
         "credentials": {"apiKey": "set"}, "webhookSecret": null,
         "settings": {"teamId": "9cfb482a-81e3-4154-b5b9-2c805e70a02d"}, "sync": "one_way",
         "secretsChangedAt": "2026-11-24T10:00:00.000Z", "version": 1,
         "createdAt": "2026-11-24T10:00:00.000Z", "updatedAt": "2026-11-24T10:00:00.000Z",
         "health": {"state": "ok", "problem": null, "since": null}}\
        """;
    static final String PAGE = "{\"items\": [" + VIEW + "], \"nextCursor\": null}";
    static final String PROBE = """
        {"state": "works", "message": "Connected to Linear as Ada Example; issues go to team Engineering (ENG)."}\
        """;

    private ConnectionExamples() {}
}
