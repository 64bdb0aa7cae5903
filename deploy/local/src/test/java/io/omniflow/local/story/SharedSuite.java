package io.omniflow.local.story;

import io.omniflow.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One suite for many stories, started by the first of them. It is stopped when a story wants another one, since two at
 * once are more than a small machine carries, or after the last; {@link OwnSuitesFirst} keeps together what shares one.
 */
abstract class SharedSuite implements ParameterResolver {
    private final Map<String, String> environment;
    private final String[] options;

    SharedSuite(Map<String, String> environment, String... options) {
        this.environment = environment;
        this.options = options;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, _ -> new Running(), Running.class)
                .suite(this);
    }

    private static final class Running implements AutoCloseable {
        private @Nullable Class<?> kind;
        private @Nullable Suite suite;
        private @Nullable Path folder;

        synchronized Suite suite(SharedSuite wanted) {
            try {
                if (suite == null || kind != wanted.getClass()) {
                    close();
                    kind = wanted.getClass();
                    folder = Files.createTempDirectory("omniflow-stories");
                    suite = Suite.startIn(wanted.environment, folder.resolve("data"), wanted.options);
                }
                return suite;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized void close() throws IOException {
            if (suite == null || folder == null) {
                return;
            }
            suite.close();
            suite = null;
            List<Path> all;
            try (Stream<Path> tree = Files.walk(folder)) {
                all = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
