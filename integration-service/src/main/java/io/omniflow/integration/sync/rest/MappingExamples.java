package io.omniflow.integration.sync.rest;

/** Examples of the API description. */
final class MappingExamples {
    static final String MAPPING = """
            {"toTicket": [{"state": "8d0b2c0e-5c1f-4a44-9d8e-0f3c1c1f2a77", "kind": null, "status": null},
                          {"state": null, "kind": "todo", "status": "open"},
                          {"state": null, "kind": "started", "status": "in_progress"},
                          {"state": null, "kind": "done", "status": "resolved"},
                          {"state": null, "kind": "canceled", "status": "resolved"}],
             "toIssue": {"open": {"state": null, "kind": "todo"}, "in_progress": {"state": null, "kind": "started"},
                         "waiting": null, "resolved": {"state": null, "kind": "done"}, "closed": {"state": null, "kind": "done"}},
             "comments": true, "priority": false}""";
    static final String STATES = """
            {"states": [{"id": "8d0b2c0e-5c1f-4a44-9d8e-0f3c1c1f2a77", "name": "Todo", "kind": "todo"},
                        {"id": "4f1d6b1a-9a64-4c1e-8a53-6a3b0d9c1e20", "name": "Done", "kind": "done"}]}""";

    private MappingExamples() {}
}
