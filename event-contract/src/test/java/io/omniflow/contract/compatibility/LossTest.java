package io.omniflow.contract.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LossTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Today's record of the tests: {@code added} came later. */
    record Team(String name, @Nullable String added, List<Member> members) {}

    record Member(String name, String added) {}

    @Test
    void a_value_that_did_not_come_through_is_a_loss() throws JsonProcessingException {
        assertEquals(
                List.of("/gone was 1, is ", "/list/0/a was true, is false"),
                Loss.between(
                        JSON.readTree("{\"gone\": 1, \"list\": [{\"a\": true}], \"same\": null}"),
                        JSON.readTree("{\"list\": [{\"a\": false}], \"same\": null}")));
    }

    @Test
    void a_field_that_came_later_is_no_loss() throws JsonProcessingException {
        assertEquals(List.of(), Loss.between(JSON.readTree("{\"a\": 1}"), JSON.readTree("{\"a\": 1, \"b\": null}")));
    }

    @Test
    void a_promised_value_that_older_events_lack_is_a_gap() throws JsonProcessingException {
        Team team = JSON.readValue("{\"name\": \"north\", \"members\": [{\"name\": \"Ada\"}]}", Team.class);
        assertEquals(List.of("/members/*/added"), Loss.gapsOf(team));
    }
}
