package io.omniflow.integration.incoming.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as it came. Not a record: its body is bytes, which records do not compare. */
public final class IncomingRequest {
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final byte[] body;

    /**
     * @param headers the first value of each, by name in lower case
     * @param query parameters of the address, the first value of each
     * @param body the bytes that were signed
     */
    public IncomingRequest(Map<String, String> headers, Map<String, String> query, byte[] body) {
        this.headers = Map.copyOf(headers);
        this.query = Map.copyOf(query);
        this.body = body.clone();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public byte[] body() {
        return body.clone();
    }
}
