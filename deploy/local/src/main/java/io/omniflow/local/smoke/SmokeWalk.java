package io.omniflow.local.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.LaunchFailure;
import io.omniflow.local.demo.ImportedLines;
import io.omniflow.local.demo.SuiteApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/local/smoke}: a ticket is opened, its clock seen, its audit read, a history imported, the chain proved. */
@Command(
        name = "smoke",
        mixinStandardHelpOptions = true,
        description = "Walks one ticket through all services of a running suite.")
public final class SmokeWalk implements Callable<Integer> {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Option(names = "--data", required = true, description = "The suite's data directory.")
    private Path data = Path.of(".local");

    @Option(names = "--url", description = "Default: ${DEFAULT-VALUE}.")
    private String url = "http://localhost:8080";

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SmokeWalk())
                .setExecutionExceptionHandler((problem, commandLine, parsed) -> {
                    System.out.println("FAILED: " + problem.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (SuiteApi api = new SuiteApi(
                        url, Files.readString(data.resolve("token")).strip());
                SuiteApi nobody = new SuiteApi(url, "not.a.token")) {
            String ticket = api.post(
                            "/api/v1/tickets", "application/json", "{\"title\": \"Smoke\", \"priority\": \"high\"}")
                    .orFail("Opening a ticket")
                    .body()
                    .path("id")
                    .asText();
            told("ticket " + ticket + " opened");
            api.await("The ticket's clock", "/api/v1/sla/tickets/" + ticket, SOON, body -> body.path("clocks")
                    .findValuesAsText("state")
                    .contains("running"));
            told("its clock runs in sla-service");
            api.patch("/api/v1/tickets/" + ticket, "{\"status\": \"waiting\"}").orFail("Changing the ticket");
            api.await("The pause of the clock", "/api/v1/sla/tickets/" + ticket, SOON, body -> body.path("clocks")
                    .findValuesAsText("state")
                    .contains("paused"));
            told("waiting pauses it");
            api.await("The audit of the ticket", "/api/v1/audit?ticketId=" + ticket, SOON, body -> kinds(body)
                    .containsAll(List.of("created", "status_changed")));
            told("both facts are in the audit log of merge-service");
            importHistory(api);
            api.await("A valid audit chain", "/api/v1/audit/verify", SOON, body -> body.path("valid")
                    .asBoolean());
            told("the audit chain is valid");
            expect("integration-service's links", 200, api.get("/api/v1/integrations/links?ticketId=" + ticket));
            told("integration-service answers");
            expect("a call with a bad token", 401, nobody.get("/api/v1/tickets/" + ticket));
            told("a bad token is refused");
        }
        return 0;
    }

    private static void importHistory(SuiteApi api) throws InterruptedException {
        String unique = UUID.randomUUID().toString();
        String lines = """
                {"externalId":"smoke-1-%1$s","title":"Imported one","priority":"normal","createdAt":"2012-10-09T14:50:17Z","tags":[],"history":[{"at":"2012-10-09T14:51:01Z","status":"in_progress","actor":"someone"},{"at":"2012-10-12T15:02:56Z","status":"closed","actor":"someone"}]}
                {"externalId":"smoke-2-%1$s","title":"Imported two","priority":"low","createdAt":"2012-10-10T09:00:00Z","tags":["smoke"],"history":[{"at":"2012-10-10T10:00:00Z","agentReplied":true}]}
                """.formatted(unique);
        new ImportedLines(api).send(lines);
        told("two tickets imported with their histories");
    }

    private static List<String> kinds(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(entry -> entry.path("kind").asText())
                .toList();
    }

    private static void expect(String what, int status, SuiteApi.Answer answer) {
        if (answer.status() != status) {
            throw new LaunchFailure(what + " was answered with " + answer.status() + ": " + answer.body());
        }
    }

    private static void told(String line) {
        System.out.println("ok  " + line);
    }
}
