package io.omniflow.local.parts;

import io.omniflow.embedded.KafkaBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Kafka as a program of its own, so that it can die and be started again alone. */
public final class KafkaProcess {
    /** Kept here, for the JVM would forget a logger's level together with the logger. */
    private static final Logger EVERYTHING = Logger.getLogger("");

    private KafkaProcess() {}

    /** @param arguments data directory, port, controller port, and the file that is made when Kafka is ready */
    public static void main(String[] arguments) throws Exception {
        EVERYTHING.setLevel(Level.WARNING);
        KafkaBroker broker = KafkaBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-kafka"));
        broker.createTopics();
        Files.writeString(
                Path.of(arguments[3]), Long.toString(ProcessHandle.current().pid()));
        broker.awaitEnd();
    }
}
