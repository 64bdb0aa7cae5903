package io.omniflow.integration.linear;

import java.util.List;

/** Every GraphQL document this suite sends to Linear; a test holds them against Linear's schema. */
final class LinearDocuments {
    private static final String ISSUE = "{ id identifier url state { id name type } }";

    /** Who the key belongs to, and the team that issues go to. */
    static final Document PROBE = new Document(
            "Probe", "query Probe($teamId: String!) { viewer { id name } team(id: $teamId) { id key name } }");

    static final Document ISSUE_BY_ID =
            new Document("IssueById", "query IssueById($id: String!) { issue(id: $id) " + ISSUE + " }");

    static final Document ISSUE_CREATE = new Document(
            "IssueCreate",
            "mutation IssueCreate($input: IssueCreateInput!) { issueCreate(input: $input) { success issue " + ISSUE
                    + " } }");

    /** Linear updates the attachment it has when the address is known already, so this may be repeated. */
    static final Document ATTACHMENT_CREATE = new Document(
            "AttachmentCreate",
            "mutation AttachmentCreate($input: AttachmentCreateInput!)"
                    + " { attachmentCreate(input: $input) { success attachment { id } } }");

    private LinearDocuments() {}

    static List<Document> all() {
        return List.of(PROBE, ISSUE_BY_ID, ISSUE_CREATE, ATTACHMENT_CREATE);
    }

    record Document(String operation, String text) {}
}
