package io.omniflow.ticket.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_schema_two_services_mean_alike_is_kept_once() throws JsonProcessingException {
        JsonNode merged = merged(
                document("ticket", "/tickets", "\"Id\": {\"type\": \"string\"}", "Id"),
                document("sla", "/clocks", "\"Id\": {\"type\": \"string\"}", "Id"));
        assertEquals(Set.of("Id"), names(merged));
        assertEquals("#/components/schemas/Id", reference(merged, "/tickets"));
        assertEquals("#/components/schemas/Id", reference(merged, "/clocks"));
    }

    @Test
    void a_schema_two_services_mean_differently_bears_the_service() throws JsonProcessingException {
        JsonNode merged = merged(
                document("ticket", "/tickets", "\"State\": {\"enum\": [\"done\"]}", "State"),
                document("sla", "/clocks", "\"State\": {\"enum\": [\"running\"]}", "State"));
        assertEquals(Set.of("SlaState", "TicketState"), names(merged));
        assertEquals("#/components/schemas/TicketState", reference(merged, "/tickets"));
        assertEquals("#/components/schemas/SlaState", reference(merged, "/clocks"));
        assertEquals("running", merged.at("/components/schemas/SlaState/enum/0").asText());
    }

    @Test
    void the_same_words_over_different_things_differ_too() throws JsonProcessingException {
        String page = "\"Page\": {\"items\": {\"$ref\": \"#/components/schemas/Item\"}}";
        JsonNode merged = merged(
                document("ticket", "/tickets", page + ", \"Item\": {\"type\": \"string\"}", "Page"),
                document("sla", "/clocks", page + ", \"Item\": {\"type\": \"integer\"}", "Page"));
        assertEquals(Set.of("SlaItem", "SlaPage", "TicketItem", "TicketPage"), names(merged));
        assertEquals("#/components/schemas/SlaPage", reference(merged, "/clocks"));
        assertEquals(
                "#/components/schemas/SlaItem",
                merged.at("/components/schemas/SlaPage/items/$ref").asText());
    }

    @Test
    void what_only_one_service_says_keeps_its_name_over_what_had_to_change() throws JsonProcessingException {
        JsonNode merged = merged(
                document(
                        "ticket",
                        "/tickets",
                        "\"Ticket\": {\"$ref\": \"#/components/schemas/State\"}, \"State\": {\"enum\": [\"done\"]}",
                        "Ticket"),
                document("sla", "/clocks", "\"State\": {\"enum\": [\"running\"]}", "State"));
        assertEquals(Set.of("SlaState", "Ticket", "TicketState"), names(merged));
        assertEquals(
                "#/components/schemas/TicketState",
                merged.at("/components/schemas/Ticket/$ref").asText());
    }

    @Test
    void a_path_has_one_service() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> merged(document("ticket", "/tickets", "", "Id"), document("sla", "/tickets", "", "Id")));
        assertEquals("Two services claim /tickets", refused.getMessage());
    }

    private static ServiceDocument document(String service, String path, String schemas, String schema)
            throws JsonProcessingException {
        return new ServiceDocument(service, JSON.readTree("""
                {"openapi": "3.1.0", "info": {"version": "1"},
                 "paths": {"%s": {"get": {"schema": {"$ref": "#/components/schemas/%s"}}}},
                 "components": {"schemas": {%s}, "securitySchemes": {"jwt": {"type": "http"}}}}
                """.formatted(path, schema, schemas)));
    }

    private static JsonNode merged(ServiceDocument... documents) {
        return MergedDocument.of(List.of(documents));
    }

    private static Set<String> names(JsonNode merged) {
        Set<String> names = new TreeSet<>();
        merged.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String reference(JsonNode merged, String path) {
        return merged.path("paths").path(path).at("/get/schema/$ref").asText();
    }
}
