package io.omniflow.integration.hook.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.integration.connection.domain.AddressRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointFormTest {
    private static final Set<String> KNOWN = Set.of("a.v1", "b.v1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example/in?key=a%20b",
                "https://hooks.example",
                "https://93.184.216.34:8443/x",
                "HTTPS://hooks.example/"
            })
    void https_addresses_of_public_hosts_are_taken(String url) {
        assertInstanceOf(EndpointForm.Valid.class, read(url, "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example",
                "http://hooks.example",
                "ftp://hooks.example",
                "https://user:pw@hooks.example",
                "https://hooks.example/#part",
                "https://localhost/",
                "https://intranet/",
                "https://db.internal/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1",
                "https://192.0.2.1",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::1]/",
                "https://hooks.example/a b",
                "https://höoks.example/"
            })
    void whatever_else_is_refused(String url) {
        assertEquals(List.of("/url"), pointers(read(url, "", List.of())));
    }

    @Test
    void everything_wrong_is_told_at_once() {
        assertEquals(
                List.of("/url", "/description", "/eventTypes/1", "/eventTypes/2"),
                pointers(read(null, "x".repeat(501), Arrays.asList("a.v1", "c.v1", null))));
    }

    @Test
    void types_are_kept_once_and_in_order_and_none_means_all() {
        assertEquals(
                List.of("a.v1", "b.v1"), terms(List.of("b.v1", "a.v1", "b.v1")).eventTypes());
        assertEquals(List.of(), terms(List.of()).eventTypes());
    }

    private static EndpointTerms terms(List<@Nullable String> types) {
        return assertInstanceOf(EndpointForm.Valid.class, read("https://hooks.example", null, types))
                .terms();
    }

    private static List<String> pointers(EndpointForm.Reading reading) {
        return assertInstanceOf(EndpointForm.Invalid.class, reading).flaws().stream()
                .map(EndpointForm.Flaw::pointer)
                .toList();
    }

    private static EndpointForm.Reading read(
            @Nullable String url, @Nullable String description, List<@Nullable String> types) {
        return new EndpointForm(url, description, types, Activity.ENABLED).read(AddressRule.HTTPS_ONLY, KNOWN);
    }
}
