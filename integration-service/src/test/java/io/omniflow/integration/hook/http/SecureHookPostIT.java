package io.omniflow.integration.hook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.integration.connection.domain.AddressRule;
import io.omniflow.integration.hook.domain.Answer;
import io.omniflow.integration.hook.domain.HookCall;
import io.omniflow.integration.hook.domain.SigningSecret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS the machine is the one that was checked, and the name is the one the workspace gave. */
class SecureHookPostIT {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String PASSWORD = "changeit";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicReference<@Nullable String> ASKED_FOR = new AtomicReference<>();

    private static Path store;
    private static HttpServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        store = folder.resolve("store.p12");
        makeCertificate();
        server = VERTX.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(store()))
                .requestHandler(request -> {
                    ASKED_FOR.set(request.connection().indicatedServerName());
                    request.response().setStatusCode(204).end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @Test
    void the_certificate_is_that_of_the_name_not_of_the_machine() {
        assertInstanceOf(Answer.Taken.class, post("hooks.example"));
        assertEquals("hooks.example", ASKED_FOR.get());
    }

    @Test
    void a_certificate_of_another_name_is_refused() {
        ASKED_FOR.set(null);

        Answer.Silent silent = assertInstanceOf(Answer.Silent.class, post("others.example"));

        assertEquals("endpoint-untrusted", silent.problem().type());
        assertNull(ASKED_FOR.get());
    }

    private static Answer post(String host) {
        VertxHookPost post = new VertxHookPost(
                VERTX,
                VertxHookPost.options(2).setTrustOptions(store()),
                new CheckedAddresses(
                        _ -> Uni.createFrom().item(List.of(InetAddress.ofLiteral("127.0.0.1"))), AddressRule.HTTP_TOO),
                Duration.ofSeconds(30));
        try {
            return post.post(new HookCall(
                            URI.create("https://" + host + ":" + server.actualPort() + "/"),
                            UUID.randomUUID(),
                            Instant.now(),
                            "{}",
                            List.of(SigningSecret.of(new byte[32])),
                            1))
                    .await()
                    .atMost(PATIENCE);
        } finally {
            post.close();
        }
    }

    private static PfxOptions store() {
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    }

    private static void makeCertificate() throws IOException, InterruptedException {
        String home = System.getProperty("java.home");
        assertNotNull(home);
        Process keytool = new ProcessBuilder(
                        Path.of(home, "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "san=dns:hooks.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertEquals(0, keytool.waitFor());
    }
}
