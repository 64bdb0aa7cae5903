package io.omniflow.local;

import io.omniflow.local.gateway.Gateway;
import io.omniflow.local.parts.KafkaPart;
import io.omniflow.local.parts.Part;
import io.omniflow.local.parts.PostgresPart;
import io.omniflow.local.parts.ServiceEnvironment;
import io.omniflow.local.parts.ServicePart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The parts in their order: PostgreSQL and Kafka, then the services, then the one origin; backwards when stopping. What
 * does not depend on one another starts and stops at the same time.
 */
final class RunningSuite {
    private static final long START_UNWINDS_SECONDS = 60;
    private static final Duration WORTH_TELLING = Duration.ofMillis(500);

    private final LaunchPlan plan;
    private final Console console;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final PostgresPart postgres;
    private final Supervisor database;
    private final Supervisor kafka;
    private final List<Supervisor> services = new ArrayList<>();
    private volatile @Nullable Gateway gateway;
    private volatile boolean stopping;
    private volatile boolean stopped;

    RunningSuite(LaunchPlan plan, Path publicKey, Console console, Clock clock) {
        this.plan = plan;
        this.console = console;
        this.postgres = new PostgresPart(plan.layout(), plan.ports().postgres(), plan.services());
        this.database = supervise(postgres, clock);
        this.kafka = supervise(new KafkaPart(plan.layout(), plan.ports().kafka()), clock);
        for (SuiteService service : plan.services()) {
            int managementPort = service.managementPort(plan.ports().services());
            services.add(supervise(
                    new ServicePart(service, plan.layout(), managementPort, () -> environment(service, publicKey)),
                    clock));
        }
    }

    /** Returns when all is ready. On a failure the caller stops what has been started. */
    void start() throws InterruptedException {
        together(List.of(database, kafka), Supervisor::start);
        together(services, Supervisor::start);
        recordQuickStarts();
        long began = System.nanoTime();
        gateway =
                Gateway.start(plan.host(), plan.ports().gateway(), plan.ports().services());
        console.took("gateway", Duration.ofNanos(System.nanoTime() - began));
    }

    /** Waits until a part has died too often, and says so. */
    String awaitFailure() throws InterruptedException {
        try {
            return failure.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A failure is told, never thrown", e);
        }
    }

    /**
     * Stops everything that runs, whatever state the start was in. A second call waits for the first, does nothing and
     * returns false.
     */
    synchronized boolean stop() throws InterruptedException {
        if (stopped) {
            return false;
        }
        stopping = true;
        starters.shutdownNow();
        if (!starters.awaitTermination(START_UNWINDS_SECONDS, TimeUnit.SECONDS)) {
            console.told("stopping", "a part that was being started does not end");
        }
        closeGateway();
        stopTogether(services);
        stopTogether(List.of(kafka));
        stopTogether(List.of(database));
        stopped = true;
        return true;
    }

    /** An address that does not close must not keep the parts behind it running. */
    private void closeGateway() {
        Gateway open = gateway;
        if (open != null) {
            try {
                open.close();
            } catch (RuntimeException untidy) {
                console.told("stopping", String.valueOf(untidy.getMessage()));
            }
        }
    }

    boolean isStopped() {
        return stopped;
    }

    private Supervisor supervise(Part part, Clock clock) {
        return new Supervisor(part, plan.layout().run(), console, clock, failure::complete);
    }

    private Map<String, String> environment(SuiteService service, Path publicKey) {
        ServiceEnvironment environment =
                ServiceEnvironment.of(service, plan.ports(), postgres.database(service), plan.layout(), publicKey);
        try {
            environment.writeTo(plan.layout().run().resolve(service.folder() + ".env"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment.variables();
    }

    /** Before it is called ready, so that from then on the machine is the user's; a few seconds, once a build. */
    private void recordQuickStarts() throws InterruptedException {
        long began = System.nanoTime();
        List<Supervisor> parts = new ArrayList<>(services);
        parts.add(kafka);
        together(parts, Supervisor::settle);
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        if (time.compareTo(WORTH_TELLING) > 0) {
            console.took("quick starts recorded", time);
        }
    }

    /** What is done with a part while others undergo the same. */
    @FunctionalInterface
    private interface Step {
        void take(Supervisor part) throws InterruptedException;
    }

    /** The first failure is thrown at once, without waiting for the others. */
    private void together(List<Supervisor> parts, Step step) throws InterruptedException {
        CompletionService<Void> starting = new ExecutorCompletionService<>(starters);
        parts.forEach(part -> starting.submit(() -> {
            step.take(part);
            return null;
        }));
        for (int i = 0; i < parts.size(); i++) {
            try {
                starting.take().get();
            } catch (ExecutionException e) {
                if (stopping) {
                    throw new InterruptedException("told to stop while starting");
                }
                throw e.getCause() instanceof LaunchFailure known
                        ? known
                        : new LaunchFailure("A part cannot be started: " + e.getCause(), e);
            }
        }
    }

    private void stopTogether(List<Supervisor> parts) throws InterruptedException {
        List<Thread> stopping = parts.stream()
                .map(part -> Thread.ofVirtual().start(() -> stop(part)))
                .toList();
        for (Thread each : stopping) {
            each.join();
        }
    }

    /** One part that does not stop tidily must not keep the others from being stopped. */
    private void stop(Supervisor part) {
        try {
            part.stop();
        } catch (RuntimeException untidy) {
            console.told("stopping", String.valueOf(untidy.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
