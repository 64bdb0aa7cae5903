package io.omniflow.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka node in this JVM, broker and controller in one, on kept data. Listens on the loopback address only. */
public final class KafkaBroker implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * @param port where clients connect, 0 for any free one
     * @param controllerPort where the node talks to itself, 0 for any free one; may differ from run to run
     */
    public static KafkaBroker start(Path dataDirectory, int port, int controllerPort) {
        List<Integer> free = FreePorts.some(2);
        int clients = port == 0 ? free.get(0) : port;
        int controller = controllerPort == 0 ? free.get(1) : controllerPort;
        FreePorts.require(clients, "Kafka");
        FreePorts.require(controller, "Kafka's controller");
        try {
            Path data = Files.createDirectories(dataDirectory.toAbsolutePath());
            if (!Files.exists(data.resolve("meta.properties"))) {
                format(data);
            }
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings(data, clients, controller)), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(server, clients);
        } catch (Exception e) {
            throw new EmbeddedServerException("Kafka did not start: " + e.getMessage(), e);
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** The suite's topics; those that exist are left as they are. */
    public void createTopics() {
        createTopics(bootstrapServers(), TopicPlan.SUITE);
    }

    /** Creates what is missing, on whichever broker answers at the address. */
    public static void createTopics(String bootstrapServers, List<TopicPlan> plans) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(plans.stream()
                            .filter(plan -> !existing.contains(plan.name()))
                            .map(plan ->
                                    new NewTopic(plan.name(), plan.partitions(), (short) 1).configs(plan.settings()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new EmbeddedServerException("Topics cannot be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while creating topics", e);
        }
    }

    /** Returns when Kafka has ended by itself. */
    public void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Written last by Kafka itself, the file that marks a formatted directory is there whole or not at all. */
    private static void format(Path data) throws Exception {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(false)
                    .run();
        } catch (IOException e) {
            throw new EmbeddedServerException("The directory " + data + " cannot be prepared for Kafka", e);
        }
    }

    private static Properties settings(Path data, int port, int controllerPort) {
        Properties all = new Properties();
        all.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@localhost:" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                "PLAINTEXT://localhost:" + port + "," + CONTROLLER + "://localhost:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://localhost:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "log.dirs",
                data.toString()));
        all.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.num.partitions", "4",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0"));
        // A single node that is restarted waits for its own former session to end and for nobody's vote but its own.
        all.putAll(Map.of(
                "controlled.shutdown.enable", "true",
                "broker.session.timeout.ms", "1500",
                "broker.heartbeat.interval.ms", "300",
                "controller.quorum.election.timeout.ms", "200",
                "controller.quorum.election.backoff.max.ms", "100"));
        all.putAll(Map.of(
                "num.network.threads",
                "2",
                "num.io.threads",
                "4",
                "background.threads",
                "2",
                "log.cleaner.dedupe.buffer.size",
                Integer.toString(4 * 1024 * 1024),
                "log.index.size.max.bytes",
                Integer.toString(1024 * 1024),
                "log.segment.bytes",
                Integer.toString(128 * 1024 * 1024)));
        return all;
    }
}
