package io.omniflow.merge.merging.rest;

/** Bodies and answers shown in the API description. */
final class MergeExamples {
    static final String REQUEST = """
            {
              "sources": ["01a207be-9420-74b7-92cd-6770403db160"],
              "destination": "01a207a2-3280-7140-a942-9150abcbf244",
              "reason": "same outage"
            }""";

    static final String REQUESTED = """
            {
              "id": "01a207d9-2100-7283-928a-cef14943c127",
              "state": "requested",
              "sources": ["01a207be-9420-74b7-92cd-6770403db160"],
              "destination": "01a207a2-3280-7140-a942-9150abcbf244",
              "reason": "same outage",
              "actor": "agent:anna",
              "requestedAt": "2026-11-28T10:00:00.000Z",
              "completedAt": null,
              "undoUntil": null,
              "undoable": false,
              "undoneBy": null,
              "undoneAt": null,
              "problem": null,
              "manifest": []
            }""";

    static final String COMPLETED = """
            {
              "id": "01a207d9-2100-7283-928a-cef14943c127",
              "state": "completed",
              "sources": ["01a207be-9420-74b7-92cd-6770403db160"],
              "destination": "01a207a2-3280-7140-a942-9150abcbf244",
              "reason": "same outage",
              "actor": "agent:anna",
              "requestedAt": "2026-11-28T10:00:00.000Z",
              "completedAt": "2026-11-28T10:00:00.061Z",
              "undoUntil": "2026-12-28T10:00:00.061Z",
              "undoable": true,
              "undoneBy": null,
              "undoneAt": null,
              "problem": null,
              "manifest": [
                {
                  "source": "01a207be-9420-74b7-92cd-6770403db160",
                  "previousStatus": "open",
                  "conversationIds": ["01a207bd-a9c0-70de-b191-8a31335ca82c"],
                  "contactIds": ["01a20746-a500-7e7e-9366-b72b47586b41"],
                  "noteIds": [],
                  "tags": ["3ds"]
                }
              ]
            }""";

    static final String REJECTED = """
            {
              "id": "01a207d9-2100-7283-928a-cef14943c128",
              "state": "rejected",
              "sources": ["01a207be-9420-74b7-92cd-6770403db160"],
              "destination": "01a207a2-3280-7140-a942-9150abcbf244",
              "reason": null,
              "actor": "agent:anna",
              "requestedAt": "2026-11-28T10:05:00.000Z",
              "completedAt": null,
              "undoUntil": null,
              "undoable": false,
              "undoneBy": null,
              "undoneAt": null,
              "problem": {
                "type": "https://omniflow.io/problems/already-merged",
                "status": 409,
                "detail": "Ticket 43 is part of ticket 42",
                "pointer": "/sources/0",
                "destination": "01a207a2-3280-7140-a942-9150abcbf299",
                "mergeId": null
              },
              "manifest": []
            }""";

    static final String UNDO_REQUESTED = """
            {
              "id": "01a207d9-2100-7283-928a-cef14943c127",
              "state": "undo_requested",
              "sources": ["01a207be-9420-74b7-92cd-6770403db160"],
              "destination": "01a207a2-3280-7140-a942-9150abcbf244",
              "reason": "same outage",
              "actor": "agent:anna",
              "requestedAt": "2026-11-28T10:00:00.000Z",
              "completedAt": "2026-11-28T10:00:00.061Z",
              "undoUntil": "2026-12-28T10:00:00.061Z",
              "undoable": false,
              "undoneBy": null,
              "undoneAt": null,
              "problem": null,
              "manifest": [
                {
                  "source": "01a207be-9420-74b7-92cd-6770403db160",
                  "previousStatus": "open",
                  "conversationIds": ["01a207bd-a9c0-70de-b191-8a31335ca82c"],
                  "contactIds": ["01a20746-a500-7e7e-9366-b72b47586b41"],
                  "noteIds": [],
                  "tags": ["3ds"]
                }
              ]
            }""";

    static final String UNDONE = """
            {
              "id": "01a207d9-2100-7283-928a-cef14943c127",
              "state": "undone",
              "sources": ["01a207be-9420-74b7-92cd-6770403db160"],
              "destination": "01a207a2-3280-7140-a942-9150abcbf244",
              "reason": "same outage",
              "actor": "agent:anna",
              "requestedAt": "2026-11-28T10:00:00.000Z",
              "completedAt": "2026-11-28T10:00:00.061Z",
              "undoUntil": "2026-12-28T10:00:00.061Z",
              "undoable": false,
              "undoneBy": "agent:lea",
              "undoneAt": "2026-11-28T11:00:00.048Z",
              "problem": null,
              "manifest": [
                {
                  "source": "01a207be-9420-74b7-92cd-6770403db160",
                  "previousStatus": "open",
                  "conversationIds": ["01a207bd-a9c0-70de-b191-8a31335ca82c"],
                  "contactIds": ["01a20746-a500-7e7e-9366-b72b47586b41"],
                  "noteIds": [],
                  "tags": ["3ds"]
                }
              ]
            }""";

    static final String PAGE = "{\"items\": [" + COMPLETED + "], \"nextCursor\": null}";

    static final String SETTINGS = "{\"mergeRole\": \"agent\", \"undoRole\": \"lead\", \"version\": 0}";

    static final String CHANGE_SETTINGS = "{\"undoRole\": \"admin\"}";

    private MergeExamples() {}
}
