package io.omniflow.local.parts;

import io.omniflow.embedded.FreePorts;
import io.omniflow.local.Layout;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Kafka, ready when all topics are there. */
public record KafkaPart(Layout layout, int port) implements Part {
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Running start() throws InterruptedException {
        Path readyFile = layout.run().resolve("kafka.ready");
        List<String> program = List.of(
                KafkaProcess.class.getName(),
                layout.kafka().toString(),
                Integer.toString(port),
                Integer.toString(FreePorts.one()),
                readyFile.toString());
        return new JavaChild(
                        name(),
                        JVM_OPTIONS,
                        OwnJars.all(),
                        program,
                        Map.of(),
                        layout.log(name()),
                        layout.temporary(),
                        new PidFile(layout.run().resolve("kafka.pid")),
                        layout.aotCaches(),
                        process -> saysReady(readyFile, process))
                .start();
    }

    private static boolean saysReady(Path file, Process process) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(Long.toString(process.pid()));
    }
}
