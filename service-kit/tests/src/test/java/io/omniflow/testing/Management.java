package io.omniflow.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The port that is about the service itself. */
final class Management {
    private Management() {}

    static Response get(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return given().port(port).get(path);
    }

    /** The values of a metric, one for each of its labels. */
    static List<Double> metric(String name) {
        return Arrays.stream(get("/q/metrics").asString().split("\n"))
                .filter(line -> line.matches(name + "(\\{.*)? .*"))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }
}
