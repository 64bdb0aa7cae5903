package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.testing.api.breaking.BreakingChanges;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The OpenAPI document of a service as it lies beside its code, {@code src/main/openapi/openapi.json}, and as it was released,
 * {@code src/main/openapi/released/<version>.json}. To release is to copy the one to the other. For the test of a service,
 * while the service runs:
 *
 * <pre>{@code
 * @Test
 * void the_document_checked_in_is_the_one_served() {
 *     CheckedInDocument.mustBeServed();
 * }
 *
 * @Test
 * void no_client_of_a_released_document_breaks() {
 *     CheckedInDocument.mustBreakNoClient();
 * }
 * }</pre>
 */
public final class CheckedInDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRITE = "openapi.write";
    private static final Path FOLDER = Path.of("src", "main", "openapi");
    private static final Path FILE = FOLDER.resolve("openapi.json");
    private static final Path RELEASED = FOLDER.resolve("released");

    private CheckedInDocument() {}

    /** With {@code -Dopenapi.write=true} it is written instead, and then looked at in the diff. */
    public static void mustBeServed() {
        JsonNode served = served();
        if (Boolean.getBoolean(WRITE)) {
            write(served);
        } else if (!Files.exists(FILE) || !read(FILE).equals(served)) {
            throw new AssertionError(FILE.toAbsolutePath() + " is not what the service serves. If the change is meant,"
                    + " write it with: ./mvnw -pl "
                    + Path.of("").toAbsolutePath().getFileName()
                    + " -am verify -Dopenapi.write=true -Dtest=None -Dit.test=ApiDocumentIT"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false");
        }
    }

    /** Compares with every release that lies there, so that none is broken while it is supported. */
    public static void mustBreakNoClient() {
        JsonNode served = served();
        List<Path> releases = releases();
        if (releases.isEmpty()) {
            throw new AssertionError("No release in " + RELEASED.toAbsolutePath() + ": the test would pass on nothing");
        }
        List<String> breaks = releases.stream()
                .flatMap(release -> BreakingChanges.between(read(release), served).stream()
                        .map(found -> release.getFileName() + ": " + found))
                .toList();
        if (!breaks.isEmpty()) {
            throw new AssertionError("Clients of a released document break:\n" + String.join("\n", breaks));
        }
    }

    private static JsonNode served() {
        return ApiDocument.node(TestHTTPResourceManager.getManagementUri() + "/openapi?format=json");
    }

    private static List<Path> releases() {
        if (!Files.isDirectory(RELEASED)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonNode document) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FILE, OrderedJson.text(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
