package io.omniflow.local;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;

/** What must be true before anything is started, told in one line when it is not. */
record Preflight(LaunchPlan plan, long neededMegabytes) {
    private static final long MEGABYTE = 1024 * 1024;

    void check() throws IOException {
        everythingIsBuilt();
        thereIsRoom();
        plan.ports().requireFree(plan.services());
    }

    private void everythingIsBuilt() {
        for (SuiteService service : plan.services()) {
            if (!Files.exists(plan.layout().packagedService(service).resolve("quarkus-run.jar"))) {
                throw new LaunchFailure(
                        service.folder() + " is not built: run ./mvnw package, or start with deploy/local/up");
            }
        }
    }

    private void thereIsRoom() throws IOException {
        FileStore disk = Files.getFileStore(plan.layout().data());
        long free = disk.getUsableSpace() / MEGABYTE;
        if (free < neededMegabytes) {
            throw new LaunchFailure("Only " + free + " MB are free on the disk of "
                    + plan.layout().data() + " and " + neededMegabytes
                    + " MB are needed; make room or give another --data");
        }
    }
}
