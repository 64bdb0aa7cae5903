package io.omniflow.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.local.parts.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final long SOON = 30;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final CompletableFuture<String> givenUp = new CompletableFuture<>();
    private final Path folder;

    SupervisorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_start_that_fails_unforeseen_counts_as_a_death_and_the_next_one_follows() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        Process lasting = new ProcessBuilder("tail", "-f", "/dev/null").start();
        Supervisor supervisor = supervise(List.of(
                SupervisorTest::dying,
                () -> {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                },
                () -> {
                    back.countDown();
                    return new Scripted(lasting, "");
                }));
        try {
            supervisor.start();

            assertTrue(back.await(SOON, TimeUnit.SECONDS), this::said);
            assertTrue(said().contains("No space left on device), starting it again"), this::said);
        } finally {
            supervisor.stop();
            lasting.destroyForcibly();
        }
    }

    @Test
    void what_ends_the_watching_itself_is_told_and_stops_everything() throws Exception {
        Supervisor supervisor = supervise(List.of(() -> new Scripted(ended(), null)));

        supervisor.start();

        assertEquals(
                "part cannot be watched any more, so everything stops: java.lang.IllegalStateException: no last words",
                givenUp.get(SOON, TimeUnit.SECONDS));
    }

    /** Each start does the next of these. */
    private Supervisor supervise(List<Supplier<Part.Running>> starts) {
        Deque<Supplier<Part.Running>> next = new ArrayDeque<>(starts);
        Part part = new Part() {
            @Override
            public String name() {
                return "part";
            }

            @Override
            public Running start() {
                return next.remove().get();
            }
        };
        Console console = new Console(new PrintStream(told, true, StandardCharsets.UTF_8));
        return new Supervisor(part, folder, console, Clock.systemUTC(), givenUp::complete);
    }

    private String said() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private static Part.Running dying() {
        return new Scripted(ended(), "exit 1");
    }

    private static Process ended() {
        try {
            return new ProcessBuilder("true").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param words null when asking for them fails */
    private record Scripted(Process process, @Nullable String words) implements Part.Running {
        @Override
        public void settle() {}

        @Override
        public String lastWords() {
            if (words == null) {
                throw new IllegalStateException("no last words");
            }
            return words;
        }

        @Override
        public void stop() {}
    }
}
