package io.omniflow.ticket.view.rest;

/** The examples of the API description. */
final class ViewExamples {
    static final String MAKE = """
            {"name": "My urgent ones", "filter": {"assignee": ["me"], "priority": ["urgent"]}, "sort": "slaDue",
             "columns": ["number", "title", "slaDue"]}""";

    static final String CHANGE = """
            {"filter": {"priority": ["urgent", "high"], "status": ["open", "in_progress"]}}""";

    static final String VIEW = """
            {"id": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "name": "My urgent ones", "scope": "private", "teamId": null,
             "ownerSubject": "anna", "filter": {"assignee": ["me"], "priority": ["urgent"]}, "sort": "slaDue",
             "columns": ["number", "title", "slaDue"], "version": 1, "createdAt": "2026-11-27T09:00:00.000Z",
             "updatedAt": "2026-11-27T09:00:00.000Z"}""";

    static final String PAGE = "{\"items\": [" + VIEW + "], \"nextCursor\": null}";

    static final String COUNTS = """
            {"items": [{"id": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "count": 10000, "shown": "10000+"}]}""";

    private ViewExamples() {}
}
