package io.omniflow.integration.jira;

import io.omniflow.integration.connection.domain.OpenConnection;
import java.net.URI;
import java.util.Objects;

/**
 * Where a connection's Jira is and how one gets in.
 *
 * @param url without a slash at its end
 * @param authorization the header of that name; secret
 * @param version of the REST API
 */
record JiraSite(String url, String authorization, String version) {

    static JiraSite of(OpenConnection connection) {
        JiraDialect dialect = JiraDialect.of(connection);
        return new JiraSite(url(connection), dialect.authorization(connection), dialect.version());
    }

    static String url(OpenConnection connection) {
        URI base = Objects.requireNonNull(
                connection.connection().terms().baseUrl(), "a connection to Jira has an address of its own");
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Where people see an issue. Jira's answers do not tell. */
    static String browse(OpenConnection connection, String key) {
        return url(connection) + "/browse/" + key;
    }

    @Override
    public String toString() {
        return url;
    }
}
