package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.StateKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JiraReadingsTest {

    @ParameterizedTest
    @CsvSource({"new, TODO", "indeterminate, STARTED", "done, DONE", "undefined, UNKNOWN", "'', UNKNOWN"})
    void a_category_is_a_kind(String category, StateKind kind) {
        assertEquals(kind, JiraReadings.kind(category));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-28T12:00:00.500+0200",
                "2026-11-28T10:00:00.500+0000",
                "2026-11-28T10:00:00.500Z",
                "2026-11-28T10:00:00.500+00:00"
            })
    void times_are_read_however_jira_writes_them(String time) {
        assertEquals(Optional.of(Instant.parse("2026-11-28T10:00:00.500Z")), JiraReadings.time(time));
    }

    @Test
    void what_is_no_issue_is_none() throws JsonProcessingException {
        var connection = TestConnections.cloud(URI.create("https://acme.atlassian.net"));

        assertEquals(Optional.empty(), JiraReadings.issue(connection, json("{\"id\": \"1\", \"key\": \"ENG-1\"}")));
        assertEquals(
                "https://acme.atlassian.net/browse/ENG-1",
                JiraReadings.issue(
                                connection,
                                json("{\"id\": \"1\", \"key\": \"ENG-1\", \"fields\": {\"status\": {\"id\": \"3\"},"
                                        + " \"updated\": \"2026-11-28T10:00:00.000+0000\"}}"))
                        .orElseThrow()
                        .url());
    }

    @Test
    void statuses_are_those_of_the_issue_type_by_name_or_id() throws JsonProcessingException {
        JsonNode types =
                json("[{\"id\": \"1\", \"name\": \"Epic\", \"statuses\": []}, {\"id\": \"2\", \"name\": \"Bug\","
                        + " \"statuses\": [{\"id\": \"9\", \"name\": \"Done\", \"statusCategory\": {\"key\":"
                        + " \"done\"}}]}]");
        Optional<List<ExternalState>> bug = Optional.of(List.of(new ExternalState("9", "Done", StateKind.DONE)));

        assertEquals(bug, JiraReadings.states(types, "bug"));
        assertEquals(bug, JiraReadings.states(types, "2"));
        assertEquals(Optional.empty(), JiraReadings.states(types, "Incident"));
    }

    @Test
    void a_transition_without_a_destination_is_left_out_and_a_demanded_resolution_is_chosen()
            throws JsonProcessingException {
        JsonNode answer = json("""
            {"transitions": [
              {"id": "1", "name": "Kicked"},
              {"id": "2", "name": "Close", "to": {"id": "9", "name": "Done", "statusCategory": {"key": "done"}},
               "fields": {
                 "resolution": {"required": true, "hasDefaultValue": false, "name": "Resolution",
                   "allowedValues": [{"id": "10100", "name": "Fixed"}, {"id": "10101"}]},
                 "comment": {"required": false, "name": "Comment"},
                 "assignee": {"required": true, "hasDefaultValue": true, "name": "Assignee"},
                 "customfield_1": {"required": true, "hasDefaultValue": false, "name": "Root cause"}}}]}\
            """);

        assertEquals(
                List.of(new JiraTransition(
                        "2",
                        "Close",
                        new ExternalState("9", "Done", StateKind.DONE),
                        Optional.of("10100"),
                        List.of("Root cause"))),
                JiraTransition.all(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.atlassian.net, https://acme.atlassian.net/browse/ENG-12, ENG-12",
        "https://acme.atlassian.net, https://ACME.atlassian.net:443/browse/eng-12/, ENG-12",
        "https://acme.atlassian.net, https://acme.atlassian.net/browse/ENG-12?focusedId=1#x, ENG-12",
        "https://acme.atlassian.net,"
                + " https://acme.atlassian.net/jira/software/projects/ENG/boards/1?x=y&selectedIssue=ENG-7, ENG-7",
        "https://acme.atlassian.net, https://acme.atlassian.net/jira/software/c/projects/ENG/issues/ENG-7, ENG-7",
        "https://work.example/jira, https://work.example/jira/browse/ENG-1, ENG-1",
        "https://work.example/jira, https://work.example/browse/ENG-1, ",
        "https://acme.atlassian.net, https://other.atlassian.net/browse/ENG-1, ",
        "https://acme.atlassian.net, https://acme.atlassian.net:8443/browse/ENG-1, ",
        "https://acme.atlassian.net, https://acme.atlassian.net/browse/ENG, ",
        "https://acme.atlassian.net, https://acme.atlassian.net/browse/ENG-1/../x, ",
        "https://acme.atlassian.net, mailto:a@b.example, "
    })
    void an_address_names_an_issue_of_its_own_site_only(URI site, URI address, String key) {
        assertEquals(Optional.ofNullable(key), JiraAddress.key(site, address));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(text);
    }
}
