package io.omniflow.integration;

import io.omniflow.integration.jira.fake.FakeIssue;
import io.omniflow.integration.jira.fake.JiraFake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One fake for all tests of this JVM; each test tells its own calls and issues apart by what it made. */
final class TestJira {
    static final JiraFake FAKE = JiraFake.start(0);

    private TestJira() {}

    static Map<String, Object> connection(String system) {
        Map<String, Object> body = new HashMap<>();
        body.put("system", system);
        body.put("name", "Engineering");
        body.put("baseUrl", FAKE.url().toString());
        body.put(
                "credentials",
                system.equals("jira_cloud")
                        ? Map.of("email", JiraFake.EMAIL, "apiToken", JiraFake.API_TOKEN)
                        : Map.of("token", JiraFake.ACCESS_TOKEN));
        body.put("settings", Map.of("projectKey", JiraFake.PROJECT, "issueType", JiraFake.ISSUE_TYPE));
        return body;
    }

    /** Whatever was made for this desk's ticket. */
    static List<FakeIssue> issues(Desk desk) {
        return FAKE.issues().stream()
                .filter(issue -> issue.summary().equals(desk.title))
                .toList();
    }
}
