package io.omniflow.contract.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.omniflow.contract.ClockFact;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.TicketSnapshot;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static Collection<Example> examples() {
        return ContractFiles.TODAY.examples().values();
    }

    @Test
    void there_is_an_example_for_each_type_and_no_other() {
        Set<String> types = new TreeSet<>();
        EventCatalog.records().forEach(record -> types.add(EventCatalog.typeOf(record)));
        assertEquals(types, ContractFiles.TODAY.examples().keySet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_data_fits_the_schema(Example example) {
        assertEquals(Set.of(), violations(example.type(), example.data()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reading_and_writing_gives_the_same_data(Example example) throws IOException {
        Object read = ContractJson.mapper().treeToValue(example.data(), recordOf(example.type()));
        String written = ContractJson.mapper().writeValueAsString(read);
        assertEquals(example.data(), ContractJson.mapper().readTree(written));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_headers_and_the_key_tell_the_type_and_the_subject(Example example) throws IOException {
        Object event = ContractJson.mapper().treeToValue(example.data(), recordOf(example.type()));
        assertEquals(example.type(), example.header("ce_type"));
        assertEquals(example.headers().path("ce_subject").asText(example.key()), example.key());
        assertEquals(Keys.of(event).orElse(example.key()), example.key());
    }

    @Test
    void what_a_snapshot_remembers_of_a_fact_is_its_published_data_without_the_state() throws IOException {
        JsonNode data = ContractFiles.TODAY
                .example(EventCatalog.typeOf(TicketSnapshot.class))
                .data();
        TicketSnapshot snapshot = ContractJson.mapper().treeToValue(data, TicketSnapshot.class);
        assertTrue(snapshot.clockFacts().size() > 1);
        for (ClockFact fact : snapshot.clockFacts()) {
            ObjectNode published = fact.data().deepCopy();
            published.putIfAbsent("ticket", data.get("ticket"));
            assertEquals(Set.of(), violations(fact.type(), published));
        }
    }

    private static Class<?> recordOf(String type) {
        return EventCatalog.recordOf(type).orElseThrow();
    }

    private static Set<ValidationMessage> violations(String type, JsonNode data) {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ContractFiles.TODAY.schema(type));
        return schema.validate(data.toString(), InputFormat.JSON, context -> context.getExecutionConfig()
                .setFormatAssertionsEnabled(true));
    }
}
