package io.omniflow.integration.hook.rest;

/** Examples of the API description. */
final class EndpointExamples {
    static final String REQUEST = """
            {"url": "https://hooks.example.com/omniflow", "description": "Data warehouse",
             "eventTypes": ["omniflow.ticket.created.v1", "omniflow.ticket.status_changed.v1"], "enabled": true}""";
    static final String CHANGE = """
            {"description": "Data warehouse, new pipeline", "eventTypes": []}""";
    private static final String BEGINNING = """
            {"id": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f", "url": "https://hooks.example.com/omniflow",
             "description": "Data warehouse",
             "eventTypes": ["omniflow.ticket.created.v1", "omniflow.ticket.status_changed.v1"], "enabled": true,""";
    private static final String END = """
             "secretChangedAt": "2026-11-28T10:00:00.000Z", "failingSince": null, "disabledAt": null,
             "disabledReason": null, "version": 1, "createdAt": "2026-11-28T10:00:00.000Z",
             "updatedAt": "2026-11-28T10:00:00.000Z"}""";
    static final String VIEW = BEGINNING + "\"secret\": null," + END;
    static final String MADE = BEGINNING + "\"secret\": \"whsec_QW4gZXhhbXBsZSBhbmQgbm8gcmVhbCBzZWNyZXQgLi4=\"," + END;
    static final String PAGE = "{\"items\": [" + VIEW + "], \"nextCursor\": null}";
    static final String PING = """
            {"state": "works", "message": "The endpoint took the message: it answered 204 after 38 ms.", "status": 204,
             "answer": "", "took": "PT0.038S"}""";
    static final String DELIVERY = """
            {"id": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e60", "endpointId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f",
             "type": "omniflow.ticket.created.v1", "state": "pending", "attempts": 2,
             "nextAttemptAt": "2026-11-28T10:06:05.000Z",
             "lastAttempt": {"at": "2026-11-28T10:00:05.000Z", "took": "PT0.120S", "status": 500, "answer": "oops",
              "problem": {"type": "endpoint-refused", "status": 502, "detail": "The endpoint answered 500"}},
             "createdAt": "2026-11-28T10:00:00.000Z", "updatedAt": "2026-11-28T10:00:05.120Z"}""";
    static final String REPLAYED_ONE = """
            {"id": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e60", "endpointId": "019a9f5e-6e2a-7c3b-9d0e-5a1b2c3d4e5f",
             "type": "omniflow.ticket.created.v1", "state": "pending", "attempts": 0,
             "nextAttemptAt": "2026-11-28T12:00:00.000Z", "lastAttempt": null,
             "createdAt": "2026-11-28T10:00:00.000Z", "updatedAt": "2026-11-28T12:00:00.000Z"}""";
    static final String LOG = "{\"items\": [" + DELIVERY + "], \"nextCursor\": null}";
    static final String REPLAY = """
            {"since": "2026-11-27T00:00:00.000Z"}""";
    static final String REPLAYED = """
            {"replayed": 17}""";

    private EndpointExamples() {}
}
