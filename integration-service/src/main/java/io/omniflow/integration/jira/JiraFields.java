package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Priority;
import java.net.URI;
import java.util.regex.Pattern;

/** What this suite sends to Jira, apart from rich text. */
final class JiraFields {
    private static final Pattern ID = Pattern.compile("[0-9]+");
    private static final int LONGEST_GLOBAL_ID = 255;

    /** Enough of a random id that no two tickets of one number share it, and short enough to be looked at. */
    private static final int LABEL_DIGITS = 12;

    /** Which of an issue's fields are sent. */
    enum Extent {
        ALL,
        /** Projects may have no priorities, or others than Jira brings along. */
        WITHOUT_PRIORITY
    }

    private JiraFields() {}

    static ObjectNode issue(OpenConnection connection, IssueDraft draft, Extent extent) {
        ObjectNode issue = JsonNodeFactory.instance.objectNode();
        ObjectNode fields = issue.putObject("fields");
        fields.putObject("project").put("key", connection.setting("projectKey"));
        String type = connection.setting("issueType");
        fields.putObject("issuetype").put(ID.matcher(type).matches() ? "id" : "name", type);
        fields.put("summary", JiraText.summary(draft.ticket().title()));
        fields.set("description", JiraDialect.of(connection).written(JiraDescriptions.description(draft)));
        fields.putArray("labels").add(label(draft));
        if (extent == Extent.ALL) {
            fields.putObject("priority").put("name", priority(draft.ticket().priority()));
        }
        return issue;
    }

    /** By which an issue of ours is found again: Jira takes no id from its callers. No blanks, as in every label. */
    static String label(IssueDraft draft) {
        String id = draft.id().toString().replace("-", "");
        return "desk-" + draft.ticket().number() + "-" + id.substring(id.length() - LABEL_DIGITS);
    }

    static String jql(IssueDraft draft) {
        return "labels = \"" + label(draft) + "\"";
    }

    /** Jira changes the link it has when it knows the {@code globalId}, so this may be repeated. */
    static ObjectNode remoteLink(String title, URI ticketAddress) {
        String address = ticketAddress.toString();
        ObjectNode link = JsonNodeFactory.instance.objectNode();
        link.put(
                "globalId",
                address.length() <= LONGEST_GLOBAL_ID
                        ? address
                        : address.substring(address.length() - LONGEST_GLOBAL_ID));
        link.putObject("application").put("type", "io.omniflow.tickets").put("name", "Omniflow");
        link.put("relationship", "ticket");
        link.putObject("object").put("url", address).put("title", JiraText.summary(title));
        return link;
    }

    /** The names Jira brings along: Highest, High, Medium, Low. */
    static String priority(Priority priority) {
        return switch (priority) {
            case URGENT -> "Highest";
            case HIGH -> "High";
            case NORMAL -> "Medium";
            case LOW -> "Low";
        };
    }
}
