package io.omniflow.local.parts;

import io.omniflow.embedded.EmbeddedServerException;
import io.omniflow.embedded.PostgresConfig;
import io.omniflow.embedded.PostgresServer;
import io.omniflow.embedded.ServiceDatabase;
import io.omniflow.local.LaunchFailure;
import io.omniflow.local.Layout;
import io.omniflow.local.SuiteService;
import io.omniflow.local.process.LastWords;
import io.omniflow.local.process.PidFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** PostgreSQL, ready when every service's database and roles are there. */
public final class PostgresPart implements Part {
    private final Layout layout;
    private final int port;
    private final List<SuiteService> services;
    private final Map<SuiteService, ServiceDatabase> databases = new ConcurrentHashMap<>();

    public PostgresPart(Layout layout, int port, List<SuiteService> services) {
        this.layout = layout;
        this.port = port;
        this.services = List.copyOf(services);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Running start() {
        try {
            PostgresServer server = PostgresServer.start(
                    PostgresConfig.in(layout.postgres(), port).loggingTo(layout.log(name())));
            try {
                for (SuiteService service : services) {
                    databases.put(service, server.createDatabase(service.database()));
                }
                PidFile pidFile = new PidFile(layout.run().resolve("postgresql.pid"));
                pidFile.write(server.process().toHandle());
                return new RunningServer(server, layout, pidFile);
            } catch (IOException | EmbeddedServerException e) {
                server.close();
                throw e;
            }
        } catch (IOException | EmbeddedServerException e) {
            throw new LaunchFailure(e.getMessage() + " (see " + layout.log(name()) + ")", e);
        }
    }

    /** Known once it has been ready. */
    public ServiceDatabase database(SuiteService service) {
        ServiceDatabase database = databases.get(service);
        if (database == null) {
            throw new IllegalStateException("PostgreSQL has not been started");
        }
        return database;
    }

    private record RunningServer(PostgresServer server, Layout layout, PidFile pidFile) implements Running {
        @Override
        public Process process() {
            return server.process();
        }

        @Override
        public void settle() {
            // A native program has nothing to record.
        }

        @Override
        public String lastWords() {
            return LastWords.of(process(), layout.log("postgresql"), 0);
        }

        @Override
        public void stop() {
            server.close();
            try {
                pidFile.delete();
            } catch (IOException e) {
                throw new LaunchFailure("postgresql has ended, but not tidily: " + e.getMessage(), e);
            }
        }
    }
}
