package io.omniflow.integration.jira;

import io.omniflow.integration.connection.domain.AddressRule;
import io.omniflow.integration.connection.domain.ConnectionForm;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.jira.fake.JiraFake;
import io.omniflow.kit.identity.WorkspaceId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connections without a database. */
final class TestConnections {
    static final String WEBHOOK_SECRET = "whsec-0123456789";

    private TestConnections() {}

    static OpenConnection cloud(URI site) {
        return open("jira_cloud", site, WEBHOOK_SECRET);
    }

    static OpenConnection dataCenter(URI site) {
        return open("jira_data_center", site, WEBHOOK_SECRET);
    }

    static OpenConnection open(String system, URI site, @Nullable String webhookSecret) {
        Map<String, @Nullable String> credentials = system.equals("jira_cloud")
                ? Map.of("email", JiraFake.EMAIL, "apiToken", JiraFake.API_TOKEN)
                : Map.of("token", JiraFake.ACCESS_TOKEN);
        ConnectionForm form = new ConnectionForm(
                system,
                "Engineering",
                site.toString(),
                credentials,
                webhookSecret,
                Map.of("projectKey", JiraFake.PROJECT, "issueType", JiraFake.ISSUE_TYPE),
                "bidirectional");
        return OpenConnection.create(
                new WorkspaceId(UUID.randomUUID()),
                new ConnectionId(UUID.randomUUID()),
                ((ConnectionForm.Valid) form.read(AddressRule.HTTP_TOO)).draft(),
                Instant.now());
    }
}
