package io.omniflow.local;

import java.time.Duration;
import java.util.Locale;

/** The lines that tell it is ready and what to try first. */
final class Welcome {
    private Welcome() {}

    static void tell(Console console, LaunchPlan plan, String token, Duration time) {
        String url = plan.baseUrl();
        String bearer = "-H \"Authorization: Bearer $(cat " + plan.layout().token() + ")\"";
        console.line(String.format(Locale.ROOT, "ready                  %5.1f s  %s", time.toMillis() / 1000.0, url));
        console.line("kafka at localhost:" + plan.ports().kafka() + ", logs in "
                + plan.layout().data().resolve("logs") + ", stop with Ctrl-C");
        console.line("token of the demo workspace's admin (" + plan.layout().token() + "):");
        console.line(token);
        console.line("try:");
        console.line(
                "  curl -s " + bearer + " -H 'Content-Type: application/json' -d '{\"title\": \"Checkout fails\"}' "
                        + url + "/api/v1/tickets");
        console.line("  curl -s " + bearer + " " + url + "/api/v1/tickets/1");
        console.line("  curl -s " + bearer + " " + "'" + url + "/api/v1/audit?limit=5'");
        console.line("or in a browser: " + url + "/api/v1/openapi/ui");
    }
}
