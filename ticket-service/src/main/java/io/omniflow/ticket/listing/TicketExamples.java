package io.omniflow.ticket.listing;

/** The examples of the API description. */
public final class TicketExamples {
    public static final String OPEN = """
            {"title": "Checkout fails with 3-D Secure", "description": "Cards of two banks are refused.",
             "priority": "high", "tags": ["billing"], "customFields": {}}""";

    public static final String CHANGE = """
            {"status": "waiting", "priority": "urgent", "assigneeId": null}""";

    public static final String TICKET = """
            {"id": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "number": 42, "title": "Checkout fails with 3-D Secure",
             "description": "Cards of two banks are refused.", "status": "open", "priority": "high",
             "assigneeId": null, "teamId": null, "tags": ["billing"], "contactIds": [], "conversationIds": [],
             "customFields": {"vendor_ticket_id": "V-123"}, "source": "api", "externalId": null, "mergedInto": null,
             "links": [{"system": "linear", "key": "ENG-7", "url": "https://linear.app/acme/issue/ENG-7", "state": "Todo"}],
             "sla": {"state": "ok", "nextDueAt": "2026-11-24T10:00:00.000Z",
               "firstResponse": {"state": "running", "dueAt": "2026-11-24T10:00:00.000Z", "breached": false},
               "resolution": {"state": "running", "dueAt": "2026-11-24T17:00:00.000Z", "breached": false},
               "nextResponse": null},
             "version": 1, "createdAt": "2026-11-24T09:00:00.000Z", "updatedAt": "2026-11-24T09:00:00.000Z",
             "firstRespondedAt": null, "resolvedAt": null, "closedAt": null}""";

    public static final String PAGE = "{\"items\": [" + TICKET + "], \"nextCursor\": null}";

    private TicketExamples() {}
}
