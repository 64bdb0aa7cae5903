package io.omniflow.ticket.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The merged document as it is sent. */
record SuiteDocument(String json, String yaml) {
    private static final List<String> SERVICES = List.of("ticket", "sla", "merge", "integration");

    static SuiteDocument load() {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode merged = MergedDocument.of(SERVICES.stream()
                .map(service -> new ServiceDocument(service, read(mapper, service)))
                .toList());
        try {
            return new SuiteDocument(
                    mapper.writerWithDefaultPrettyPrinter().writeValueAsString(merged),
                    YAMLMapper.builder()
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .build()
                            .writeValueAsString(merged));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode read(ObjectMapper mapper, String service) {
        String place = "openapi/" + service + "/openapi.json";
        try (InputStream file = SuiteDocument.class.getClassLoader().getResourceAsStream(place)) {
            if (file == null) {
                throw new IllegalStateException("The build left out " + place);
            }
            return mapper.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
