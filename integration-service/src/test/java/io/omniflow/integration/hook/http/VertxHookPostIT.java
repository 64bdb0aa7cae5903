package io.omniflow.integration.hook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.connection.domain.AddressRule;
import io.omniflow.integration.hook.domain.Answer;
import io.omniflow.integration.hook.domain.HookCall;
import io.omniflow.integration.hook.domain.SigningSecret;
import io.omniflow.integration.hook.fake.Received;
import io.omniflow.integration.hook.fake.Receiver;
import io.omniflow.integration.hook.fake.Reply;
import io.omniflow.integration.hook.fake.Verification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The call itself, over real HTTP. */
class VertxHookPostIT {
    private static final Vertx VERTX = Vertx.vertx();
    private static final SigningSecret SECRET = SigningSecret.of(new byte[32]);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");

    private final AtomicInteger lookups = new AtomicInteger();
    private Receiver receiver;

    /** The first call of a process loads what it needs, which on a busy machine takes longer than the limit. */
    @BeforeAll
    static void warmUp() {
        try (Receiver first = Receiver.start()) {
            CheckedAddresses here =
                    new CheckedAddresses(_ -> Uni.createFrom().item(List.of(HERE)), AddressRule.HTTP_TOO);
            assertInstanceOf(Answer.Taken.class, post(first.url("/"), here, PATIENCE));
        }
    }

    @BeforeEach
    void open() {
        receiver = Receiver.start();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @Test
    void a_message_verifies_at_its_receiver() {
        receiver.answer("/hook", _ -> new Reply.Status(200, Map.of(), "thanks"));

        Answer.Taken taken = assertInstanceOf(Answer.Taken.class, post(receiver.url("/hook?key=a%20b")));

        assertEquals(200, taken.status());
        assertEquals("thanks", taken.text());
        Received call = receiver.calls("/hook").getFirst();
        assertTrue(Verification.holds(SECRET.value(), call, Instant.now()));
        assertEquals("application/json", call.headers().get("content-type"));
    }

    @Test
    void a_name_is_looked_up_once_and_the_call_goes_to_what_was_found_under_that_name() {
        Answer answer = post("http://hooks.example:" + receiver.port() + "/hook", AddressRule.HTTP_TOO, List.of(HERE));

        assertInstanceOf(Answer.Taken.class, answer);
        assertEquals(1, lookups.get());
        assertEquals(
                "hooks.example:" + receiver.port(),
                receiver.calls("/hook").getFirst().host());
    }

    @Test
    void a_name_that_comes_to_stand_for_a_private_machine_is_not_called() {
        CheckedAddresses addresses = new CheckedAddresses(
                _ -> Uni.createFrom().item(() -> List.of(lookups.getAndIncrement() == 0 ? PUBLIC : HERE)),
                AddressRule.HTTPS_ONLY);
        URI url = URI.create("http://hooks.example:" + receiver.port() + "/hook");

        assertEquals(PUBLIC, addresses.of(url, 1).await().atMost(PATIENCE));
        assertNotAllowed(post(url.toString(), addresses));
        assertEquals(List.of(), receiver.calls("/hook"));
    }

    @Test
    void one_private_machine_among_several_is_enough_to_call_none() {
        assertNotAllowed(post(
                "http://hooks.example:" + receiver.port() + "/hook", AddressRule.HTTPS_ONLY, List.of(PUBLIC, HERE)));
        assertEquals(List.of(), receiver.calls("/hook"));
    }

    @Test
    void each_attempt_takes_the_next_machine() {
        InetAddress second = InetAddress.ofLiteral("93.184.216.35");
        CheckedAddresses addresses =
                new CheckedAddresses(_ -> Uni.createFrom().item(List.of(PUBLIC, second)), AddressRule.HTTPS_ONLY);
        URI url = URI.create("https://hooks.example");

        assertEquals(
                List.of(PUBLIC, second, PUBLIC),
                List.of(1, 2, 3).stream()
                        .map(attempt -> addresses.of(url, attempt).await().atMost(PATIENCE))
                        .toList());
    }

    @Test
    void a_redirect_is_not_followed_and_says_so() {
        receiver.answer("/hook", _ -> new Reply.Status(302, Map.of("Location", receiver.url("/private")), ""));

        Answer.Refused refused = assertInstanceOf(Answer.Refused.class, post(receiver.url("/hook")));

        assertEquals("endpoint-redirected", refused.problem().type());
        assertEquals(List.of(), receiver.calls("/private"));
    }

    @Test
    void a_receiver_that_says_nothing_is_given_up_after_the_limit() {
        receiver.answer("/hook", _ -> new Reply.Silence());

        Answer.Silent silent = assertInstanceOf(Answer.Silent.class, post(receiver.url("/hook")));

        assertEquals("endpoint-timeout", silent.problem().type());
        assertTrue(silent.took().compareTo(LIMIT) >= 0);
    }

    @Test
    void a_name_nobody_answers_for_is_given_up_after_the_limit() {
        Answer.Silent silent = assertInstanceOf(
                Answer.Silent.class,
                post(
                        "https://hooks.example",
                        new CheckedAddresses(_ -> Uni.createFrom().nothing(), AddressRule.HTTPS_ONLY)));

        assertEquals("endpoint-timeout", silent.problem().type());
    }

    @Test
    void a_status_counts_though_its_body_never_ends() {
        receiver.answer("/hook", _ -> new Reply.SlowBody(200));

        Answer.Taken taken = assertInstanceOf(Answer.Taken.class, post(receiver.url("/hook")));

        assertEquals("beg", taken.text());
    }

    @Test
    void of_a_long_answer_the_first_kilobyte_is_kept() {
        receiver.answer("/hook", _ -> new Reply.Status(500, Map.of(), "é\0x".repeat(100_000)));

        Answer.Refused refused = assertInstanceOf(Answer.Refused.class, post(receiver.url("/hook")));

        assertTrue(refused.text().length() <= 1_024);
        assertTrue(refused.text().startsWith("éxéx"));
    }

    @Test
    void what_the_receiver_asks_for_is_read() {
        receiver.answer("/hook", _ -> new Reply.Status(429, Map.of("Retry-After", "7"), ""));

        Answer.Refused refused = assertInstanceOf(Answer.Refused.class, post(receiver.url("/hook")));

        assertEquals(Optional.of(Duration.ofSeconds(7)), refused.pause());
    }

    @Test
    void nobody_there_and_no_such_name_are_told_apart() {
        assertEquals("endpoint-unreachable", silence("http://127.0.0.1:1/", List.of(HERE)));
        assertEquals(
                "host-unknown",
                assertInstanceOf(
                                Answer.Silent.class,
                                post(
                                        "https://nobody.example",
                                        new CheckedAddresses(
                                                _ -> Uni.createFrom().failure(new UnknownHostException("nobody")),
                                                AddressRule.HTTPS_ONLY)))
                        .problem()
                        .type());
    }

    private String silence(String url, List<InetAddress> machines) {
        return assertInstanceOf(Answer.Silent.class, post(url, AddressRule.HTTP_TOO, machines))
                .problem()
                .type();
    }

    private static void assertNotAllowed(Answer answer) {
        assertEquals(
                "address-not-allowed",
                assertInstanceOf(Answer.Silent.class, answer).problem().type());
    }

    private Answer post(String url) {
        return post(url, AddressRule.HTTP_TOO, List.of(HERE));
    }

    private Answer post(String url, AddressRule rule, List<InetAddress> machines) {
        return post(
                url,
                new CheckedAddresses(
                        _ -> Uni.createFrom().item(() -> {
                            lookups.incrementAndGet();
                            return machines;
                        }),
                        rule));
    }

    private static Answer post(String url, CheckedAddresses addresses) {
        return post(url, addresses, LIMIT);
    }

    private static Answer post(String url, CheckedAddresses addresses, Duration limit) {
        VertxHookPost post = new VertxHookPost(VERTX, VertxHookPost.options(4), addresses, limit);
        try {
            return post.post(new HookCall(
                            URI.create(url),
                            UUID.randomUUID(),
                            Instant.now(),
                            "{\"type\":\"ping\"}",
                            List.of(SECRET),
                            1))
                    .await()
                    .atMost(PATIENCE);
        } finally {
            post.close();
        }
    }
}
