package io.omniflow.local.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private final Path folder;
    private final Path jar;

    AotCacheTest(@TempDir Path folder) throws IOException {
        this.folder = folder.resolve("aot");
        this.jar = Files.writeString(folder.resolve("a.jar"), "one build");
    }

    @Test
    void a_recording_counts_only_once_it_is_kept() throws IOException {
        AotCache cache = cache();
        record(cache);
        assertFalse(cache().isRecorded());
        cache.keepRecording();
        assertTrue(cache().isRecorded());
        assertTrue(option(cache()).startsWith("-XX:AOTCache="));
    }

    @Test
    void another_build_neither_meets_nor_keeps_the_old_cache() throws IOException {
        AotCache old = cache();
        record(old);
        old.keepRecording();
        Files.writeString(jar, "another build");
        assertFalse(cache().isRecorded());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void a_run_that_recorded_nothing_leaves_nothing_to_keep() throws IOException {
        cache().keepRecording();
        assertFalse(cache().isRecorded());
    }

    private AotCache cache() throws IOException {
        return AotCache.of(folder, "part", List.of(jar), List.of("-Xmx256m"));
    }

    private static void record(AotCache cache) throws IOException {
        Files.writeString(Path.of(option(cache).substring("-XX:AOTCacheOutput=".length())), "classes");
    }

    private static String option(AotCache cache) {
        return cache.jvmOptions().getFirst();
    }
}
