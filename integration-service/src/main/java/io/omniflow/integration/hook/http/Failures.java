package io.omniflow.integration.hook.http;

import io.omniflow.integration.delivery.domain.Problem;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why no answer came, in plain words. What the machine says of it is not passed on: it may tell of its network. */
final class Failures {
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private Failures() {}

    static Problem problem(Throwable failure, Duration limit) {
        return switch (failure) {
            case CheckedAddresses.NotAllowed _ ->
                new Problem(
                        "address-not-allowed",
                        BAD_GATEWAY,
                        "The host stands for an address in a private or reserved network; it was not called");
            case UnknownHostException _ ->
                new Problem("host-unknown", BAD_GATEWAY, "The host's name could not be resolved");
            case TimeoutException _ ->
                new Problem(
                        "endpoint-timeout",
                        GATEWAY_TIMEOUT,
                        "No answer within " + limit.toMillis() / 1_000.0 + " seconds");
            case SSLException _ ->
                new Problem(
                        "endpoint-untrusted",
                        BAD_GATEWAY,
                        "No secure connection: the certificate is not valid for this host, or none was given");
            case ConnectException _, NoRouteToHostException _ ->
                new Problem("endpoint-unreachable", BAD_GATEWAY, "No connection could be made");
            default -> new Problem("endpoint-broke-off", BAD_GATEWAY, "The connection ended before an answer came");
        };
    }
}
