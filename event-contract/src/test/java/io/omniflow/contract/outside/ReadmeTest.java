package io.omniflow.contract.outside;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void the_readme_shows_the_consumer_that_is_compiled_and_run() throws IOException {
        String code = Files.readString(Path.of("src/test/java/io/omniflow/contract/outside/PrintTickets.java"));
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(
                readme.contains("```java\n" + code + "```\n"),
                "copy PrintTickets.java into the README, between the java fences");
    }
}
