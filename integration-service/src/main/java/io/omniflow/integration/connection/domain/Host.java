package io.omniflow.integration.connection.domain;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The host of an address as it was written. What a public name stands for in the domain name system is not looked at
 * here, for that may be another thing at every call.
 */
record Host(String name) {
    /** Names that by their nature belong to one machine or one network (RFC 6761, RFC 6762, and ICANN's {@code internal}). */
    private static final Set<String> PRIVATE_ENDINGS = Set.of("localhost", "local", "internal", "lan", "home", "arpa");

    /** Whether it lies on this machine or in a network nobody outside can reach. */
    boolean isPrivate() {
        Optional<InetAddress> literal = literal();
        return literal.isPresent() ? !AddressRanges.isPublic(literal.get()) : isPrivateName();
    }

    /** No name is looked up: a text that is no address is none. */
    private Optional<InetAddress> literal() {
        try {
            return Optional.of(InetAddress.ofLiteral(name));
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }

    /** A name of one word is completed by the resolver with the network's own domain. */
    private boolean isPrivateName() {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        return !plain.contains(".") || PRIVATE_ENDINGS.contains(plain.substring(plain.lastIndexOf('.') + 1));
    }
}
