package io.omniflow.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/local/token}: prints a token for another workspace, role or person, signed with the suite's key. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a bearer token that the local suite believes.")
public final class TokenCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "The suite's data directory.")
    private Path data = Path.of(".local");

    @Option(names = "--workspace", description = "Default: the demo workspace.")
    private UUID workspace = Tokens.DEMO_WORKSPACE;

    @Option(names = "--role", description = "viewer, agent, lead or admin. Default: ${DEFAULT-VALUE}.")
    private TokenRole role = TokenRole.AGENT;

    @Option(names = "--subject", description = "Who speaks. Default: ${DEFAULT-VALUE}.")
    private String subject = "local-agent";

    @Option(names = "--team", description = "A team the person is in; may be given several times.")
    private List<UUID> teams = new ArrayList<>();

    @Option(names = "--days", description = "How long it is good, in days. Default: ${DEFAULT-VALUE}.")
    private int days = 30;

    @Override
    public Integer call() throws IOException {
        Path keys = data.resolve("keys");
        if (!Files.exists(keys.resolve("signing.pem"))) {
            System.err.println("There is no key in " + keys + ": start the suite once with deploy/local/up");
            return 1;
        }
        Tokens tokens = new Tokens(SigningKey.in(keys));
        System.out.println(tokens.sign(
                new Tokens.Bearer(workspace, subject, role, teams),
                Clock.systemUTC().instant(),
                Duration.ofDays(days)));
        return 0;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TokenCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
