package io.omniflow.contract.schema;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published files of one version of the contract: a schema and an example for each type. */
public record ContractFiles(Path folder) {
    public static final ContractFiles TODAY = new ContractFiles(Path.of("src/main/resources"));

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    /** By type. */
    public SortedMap<String, JsonNode> schemas() {
        return read(folder.resolve("schemas"));
    }

    /** By type. */
    public SortedMap<String, Example> examples() {
        SortedMap<String, Example> examples = new TreeMap<>();
        read(folder.resolve("examples")).forEach((type, file) -> examples.put(type, Example.of(type, file)));
        return examples;
    }

    JsonNode schema(String type) {
        return known(type, schemas().get(type));
    }

    Example example(String type) {
        return known(type, examples().get(type));
    }

    public Path asyncApi() {
        return folder.resolve("asyncapi.yaml");
    }

    void writeSchema(String type, JsonNode schema) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(INDENT)
                .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter());
        Path file = Files.createDirectories(folder.resolve("schemas")).resolve(type + ".json");
        Files.writeString(file, ContractJson.mapper().writer(printer).writeValueAsString(schema) + "\n");
    }

    private static <T> T known(String type, @Nullable T found) {
        return Objects.requireNonNull(found, () -> "There is no file for " + type);
    }

    private static SortedMap<String, JsonNode> read(Path folder) {
        SortedMap<String, JsonNode> read = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String type = file.getFileName().toString().replaceFirst("\\.json$", "");
                read.put(type, ContractJson.mapper().readTree(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
