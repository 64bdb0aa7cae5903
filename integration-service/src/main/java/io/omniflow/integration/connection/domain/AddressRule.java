package io.omniflow.integration.connection.domain;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses a connection may name: a caller must not make this service talk to whatever it likes in clear text, nor
 * to what only this service can reach.
 */
public enum AddressRule {
    /** Production. */
    HTTPS_ONLY,
    /** Tests and a laptop, where the other side is a fake. */
    HTTP_TOO;

    /** Empty when the text is no address this rule allows. */
    public Optional<URI> address(String text) {
        return target(text).filter(address -> address.getQuery() == null);
    }

    /** As {@link #address}, with a query if it likes. */
    public Optional<URI> target(String text) {
        try {
            URI address = new URI(text);
            return allows(address) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether what a name was resolved to may be called. */
    public boolean allows(InetAddress address) {
        return switch (this) {
            case HTTPS_ONLY -> AddressRanges.isPublic(address);
            case HTTP_TOO -> true;
        };
    }

    /** For a refusal that tells what would have been accepted. */
    public String wanted() {
        return switch (this) {
            case HTTPS_ONLY -> "Must be an https address of a public host, without user, query or fragment";
            case HTTP_TOO -> "Must be an http or https address without user, query or fragment";
        };
    }

    private boolean allows(URI address) {
        return address.getScheme() != null
                && scheme(address.getScheme().toLowerCase(Locale.ROOT))
                && address.getHost() != null
                && host(new Host(address.getHost()))
                && address.getUserInfo() == null
                && address.getFragment() == null
                && address.getPort() <= 65_535;
    }

    private boolean host(Host host) {
        return switch (this) {
            case HTTPS_ONLY -> !host.isPrivate();
            case HTTP_TOO -> true;
        };
    }

    private boolean scheme(String scheme) {
        return switch (this) {
            case HTTPS_ONLY -> scheme.equals("https");
            case HTTP_TOO -> scheme.equals("https") || scheme.equals("http");
        };
    }
}
