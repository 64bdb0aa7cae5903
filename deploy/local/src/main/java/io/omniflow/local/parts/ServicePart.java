package io.omniflow.local.parts;

import io.omniflow.local.LaunchFailure;
import io.omniflow.local.Layout;
import io.omniflow.local.SuiteService;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of the four services, ready when its own health check says so. */
public record ServicePart(
        SuiteService service, Layout layout, int managementPort, Supplier<Map<String, String>> environment)
        implements Part {
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    private static final int PROBE_MILLIS = 2000;

    @Override
    public String name() {
        return service.folder();
    }

    @Override
    public Running start() throws InterruptedException {
        try {
            return new JavaChild(
                            name(),
                            JVM_OPTIONS,
                            jars(),
                            List.of("io.quarkus.runner.GeneratedMain"),
                            environment.get(),
                            layout.log(name()),
                            layout.temporary(),
                            new PidFile(layout.run().resolve(name() + ".pid")),
                            layout.aotCaches(),
                            process -> isHealthy())
                    .start();
        } catch (IOException e) {
            throw new LaunchFailure(name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** What was generated at build time comes first, as it replaces classes of the libraries. */
    private List<Path> jars() throws IOException {
        Path packaged = layout.packagedService(service);
        List<Path> jars = new ArrayList<>();
        for (String generated : List.of("transformed-bytecode.jar", "generated-bytecode.jar")) {
            Path jar = packaged.resolve("quarkus").resolve(generated);
            if (jar.toFile().exists()) {
                jars.add(jar);
            }
        }
        for (String folder : List.of("app", "lib/boot", "lib/main")) {
            jars.addAll(OwnJars.jarsIn(packaged.resolve(folder)));
        }
        return jars;
    }

    private boolean isHealthy() throws IOException {
        URI health = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
        HttpURLConnection call = (HttpURLConnection) health.toURL().openConnection();
        call.setConnectTimeout(PROBE_MILLIS);
        call.setReadTimeout(PROBE_MILLIS);
        try {
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            call.disconnect();
        }
    }
}
