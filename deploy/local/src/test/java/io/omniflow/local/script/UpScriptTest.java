package io.omniflow.local.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code up} builds. Maven is a script that notes down what it was asked for and writes nothing. */
class UpScriptTest {
    private static final List<String> SERVICES =
            List.of("ticket-service", "sla-service", "merge-service", "integration-service");

    private final Instant now = Clock.systemUTC().instant();
    private final Path project;

    UpScriptTest(@TempDir Path project) throws IOException {
        this.project = project;
        for (String file : List.of("deploy/local/up", ".mvn/jdk.sh")) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.copy(Suite.project().resolve(file), project.resolve(file));
        }
        FakeJdk.make(project.resolve("jdk"), "25");
        for (String service : SERVICES) {
            file(service + "/target/quarkus-app/quarkus-run.jar", Duration.ofHours(1));
        }
        file("deploy/local/target/launcher.jar", Duration.ofHours(1));
        file("pom.xml", Duration.ofHours(2));
        file("deploy/local/pom.xml", Duration.ofHours(2));
        maven("echo \"$*\" >>builds");
    }

    @Test
    void what_is_built_is_not_built_again() throws Exception {
        assertEquals(0, up().status());
        assertEquals(List.of(), builds());
    }

    @Test
    void a_change_that_leaves_the_artefact_as_it_was_is_built_once() throws Exception {
        file("deploy/local/pom.xml", Duration.ofMinutes(1));

        assertEquals(0, up().status());
        assertEquals(0, up().status());

        assertEquals(1, builds().size());
        assertEquals(List.of("deploy/local"), modulesOf(builds().getFirst()));
    }

    @Test
    void a_change_after_the_build_is_built_too() throws Exception {
        file("pom.xml", Duration.ofMinutes(1));
        up();
        file("sla-service/src/main/Changed.java", Duration.ofMinutes(-1));

        assertEquals(0, up().status());

        assertEquals(2, builds().size());
        assertEquals(List.of("sla-service"), modulesOf(builds().getLast()));
    }

    @Test
    void what_a_service_says_of_its_api_is_built_into_ticket_service_too() throws Exception {
        file("sla-service/src/main/openapi/openapi.json", Duration.ofMinutes(1));

        assertEquals(0, up().status());

        assertEquals(List.of("ticket-service", "sla-service"), modulesOf(builds().getLast()));
    }

    @Test
    void a_build_that_failed_is_tried_again() throws Exception {
        file("deploy/local/pom.xml", Duration.ofMinutes(1));
        maven("echo \"$*\" >>builds; exit 1");

        assertEquals(1, up().status());
        assertEquals(1, up().status());

        assertEquals(2, builds().size());
    }

    private void file(String name, Duration age) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(now.minus(age)));
    }

    private void maven(String line) throws IOException {
        Path maven = Files.writeString(project.resolve("maven"), "#!/bin/sh\n" + line + "\n");
        if (!maven.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + maven);
        }
    }

    private List<String> builds() throws IOException {
        Path builds = project.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    private static List<String> modulesOf(String build) {
        List<String> words = List.of(build.split(" ", -1));
        return List.of(words.get(words.indexOf("-pl") + 1).split(",", -1));
    }

    private ScriptRun up() throws Exception {
        return ScriptRun.of(
                project,
                Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "JAVA_HOME",
                        project.resolve("jdk").toString(),
                        "OMNIFLOW_MVNW",
                        project.resolve("maven").toString(),
                        "OMNIFLOW_BUILD",
                        "only"),
                List.of(project.resolve("deploy/local/up").toString()));
    }
}
