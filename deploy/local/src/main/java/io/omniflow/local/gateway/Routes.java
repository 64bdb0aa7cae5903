package io.omniflow.local.gateway;

import io.omniflow.local.SuiteService;
import java.util.Optional;

/** Which service answers a path. Health, metrics and the like are each service's own business and not served here. */
final class Routes {
    private Routes() {}

    static Optional<SuiteService> serviceFor(String path) {
        if (isUnder(path, "/q")) {
            return Optional.empty();
        }
        return Optional.of(SuiteService.all().stream()
                .filter(service -> service.paths().stream().anyMatch(prefix -> isUnder(path, prefix)))
                .findFirst()
                .orElse(SuiteService.TICKET));
    }

    private static boolean isUnder(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
