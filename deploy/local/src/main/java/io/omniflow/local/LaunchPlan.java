package io.omniflow.local;

import java.util.List;

/**
 * What is to be started.
 *
 * @param host the address the suite's own origin listens on
 * @param services those that are started, in this order
 */
record LaunchPlan(Layout layout, SuitePorts ports, String host, List<SuiteService> services) {
    String baseUrl() {
        return "http://" + (host.equals("127.0.0.1") ? "localhost" : host) + ":" + ports.gateway();
    }
}
