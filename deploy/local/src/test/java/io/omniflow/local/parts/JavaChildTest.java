package io.omniflow.local.parts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.local.LaunchFailure;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start that fails means for the cache it was made with. */
class JavaChildTest {
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    private final Path folder;
    private final Path ownClasses;

    JavaChildTest(@TempDir Path folder) throws URISyntaxException {
        this.folder = folder;
        this.ownClasses = Path.of(JavaChildTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @Test
    void a_program_that_tells_why_it_ends_keeps_its_cache() throws Exception {
        recordCache();

        assertThrows(LaunchFailure.class, () -> child("1", "the port is taken").start());

        assertTrue(cache().isRecorded());
    }

    @ParameterizedTest
    @CsvSource({"134, '# A fatal error has been detected'", "139, words", "1, ''"})
    void a_crash_or_utter_silence_is_blamed_on_the_cache(String status, String words) throws Exception {
        recordCache();

        assertThrows(LaunchFailure.class, () -> child(status, words).start());

        assertFalse(cache().isRecorded());
    }

    private void recordCache() throws IOException {
        AotCache cache = cache();
        Files.writeString(
                Path.of(cache.jvmOptions().getFirst().substring("-XX:AOTCacheOutput=".length())), "no cache at all");
        cache.keepRecording();
    }

    private AotCache cache() throws IOException {
        return AotCache.of(folder.resolve("aot"), "part", List.of(ownClasses), OPTIONS);
    }

    private JavaChild child(String status, String words) {
        return new JavaChild(
                "part",
                OPTIONS,
                List.of(ownClasses),
                List.of(Halting.class.getName(), status, words),
                Map.of(),
                folder.resolve("part.log"),
                folder.resolve("tmp"),
                new PidFile(folder.resolve("part.pid")),
                folder.resolve("aot"),
                _ -> false);
    }

    /** Says its words and ends at once, as a crash does. */
    static final class Halting {
        private Halting() {}

        public static void main(String[] arguments) {
            if (!arguments[1].isEmpty()) {
                System.out.println(arguments[1]);
            }
            Runtime.getRuntime().halt(Integer.parseInt(arguments[0]));
        }
    }
}
