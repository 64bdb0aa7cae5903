package io.omniflow.ticket.rule.rest;

/** The examples of the API description. */
final class RuleExamples {
    static final String MAKE = """
            {"name": "Refunds of big customers", "trigger": "message_received",
             "when": {"keywords": ["refund", "money back"], "channels": ["email", "chat"], "languages": ["en"],
              "contact": {"emailDomain": "acme.example"}},
             "then": {"createTicket": {"title": "Refund: {subject}", "description": "{contact.name} wrote: {firstWords}",
              "priority": "high", "tags": ["refund"]}}}""";

    static final String ESCALATE = """
            {"name": "VIPs first", "trigger": "tag_added", "when": {"tags": ["vip"]},
             "then": {"changeTicket": {"priority": "urgent", "addTags": ["watched"]}}}""";

    static final String CHANGE = """
            {"enabled": false, "when": {"keywords": ["refund"], "languages": null}}""";

    static final String RULE = """
            {"id": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "name": "Refunds of big customers", "position": 0,
             "enabled": true, "trigger": "message_received",
             "when": {"tags": [], "keywords": ["refund", "money back"], "regex": null, "channels": ["email", "chat"],
              "inboxAddresses": [], "languages": ["en"], "contact": {"emailDomain": "acme.example"}, "teamIds": [],
              "hours": null},
             "then": {"createTicket": {"title": "Refund: {subject}", "description": "{contact.name} wrote: {firstWords}",
              "priority": "high", "teamId": null, "assigneeId": null, "tags": ["refund"], "customFields": {}},
              "changeTicket": null},
             "counters": {"matched": 3, "created": 2, "changed": 0, "skipped": 1, "failed": 0,
              "skippedBecause": {"has_ticket": 1}, "lastMatchedAt": "2026-11-28T09:00:00.000Z"},
             "errors": [], "version": 1, "createdAt": "2026-11-27T09:00:00.000Z", "updatedAt": "2026-11-27T09:00:00.000Z"}""";

    static final String PAGE = "{\"items\": [" + RULE + "], \"nextCursor\": null}";

    static final String TRY = "{\"last\": \"P7D\", \"limit\": 100}";

    static final String TRIED = """
            {"judged": 1, "matched": 1, "wouldCreate": 1, "wouldChange": 0,
             "items": [{"conversationId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60", "subject": "Refund please",
              "ticketId": null, "outcome": "creates",
              "conditions": [{"condition": "keywords", "met": true, "detail": "says refund"}]}]}""";

    private RuleExamples() {}
}
