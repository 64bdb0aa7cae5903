package io.omniflow.integration.linear;

import java.util.List;

/** Every GraphQL document this suite sends to Linear; a test holds them against Linear's schema. */
final class LinearDocuments {
    private static final String ISSUE = "{ id identifier url updatedAt state { id name type } }";

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

    static final Document ISSUE_UPDATE = new Document(
            "IssueUpdate",
            "mutation IssueUpdate($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { success issue "
                    + ISSUE + " } }");

    static final Document STATES = new Document(
            "States",
            "query States($teamId: String!) { team(id: $teamId) { states(first: 250) { nodes { id name type position } } } }");

    static final Document COMMENT_CREATE = new Document(
            "CommentCreate",
            "mutation CommentCreate($input: CommentCreateInput!) { commentCreate(input: $input) { success comment { id } } }");

    static final Document COMMENT_BY_ID =
            new Document("CommentById", "query CommentById($id: String!) { comment(id: $id) { id } }");

    private LinearDocuments() {}

    static List<Document> all() {
        return List.of(
                PROBE,
                ISSUE_BY_ID,
                ISSUE_CREATE,
                ATTACHMENT_CREATE,
                ISSUE_UPDATE,
                STATES,
                COMMENT_CREATE,
                COMMENT_BY_ID);
    }

    record Document(String operation, String text) {}
}
