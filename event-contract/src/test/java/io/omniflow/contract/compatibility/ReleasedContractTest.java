package io.omniflow.contract.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.asyncapi.AsyncApi;
import io.omniflow.contract.schema.ContractFiles;
import io.omniflow.contract.schema.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder under {@code released} is the contract as it was given out then; none of its files ever changes. */
class ReleasedContractTest {

    static List<ContractFiles> releases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/released"))) {
            return folders.sorted().map(ContractFiles::new).toList();
        }
    }

    static Stream<Example> examples() throws IOException {
        return releases().stream().flatMap(release -> release.examples().values().stream());
    }

    @Test
    void there_is_a_release_to_compare_with() throws IOException {
        assertFalse(releases().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void a_reader_of_the_release_still_understands_every_event(ContractFiles release) throws IOException {
        ContractComparison.Contract today = read(ContractFiles.TODAY);
        assertEquals(List.of(), ContractComparison.compare(read(release), today));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_released_example_is_still_read_without_loss(Example example) throws IOException {
        Class<?> record = EventCatalog.recordOf(example.type()).orElseThrow();
        Object read = ContractJson.mapper().treeToValue(example.data(), record);
        JsonNode written = ContractJson.mapper().readTree(ContractJson.mapper().writeValueAsString(read));
        assertEquals(List.of(), Loss.between(example.data(), written));
        assertEquals(List.of(), Loss.gapsOf(read));
    }

    private static ContractComparison.Contract read(ContractFiles files) throws IOException {
        return new ContractComparison.Contract(files.schemas(), AsyncApi.read(files.asyncApi()));
    }
}
