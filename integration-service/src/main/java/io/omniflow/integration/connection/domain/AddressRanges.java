package io.omniflow.integration.connection.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are somebody else's on the open internet. Source: the special-purpose registries of IANA for IPv4 and
 * IPv6; what they do not call globally reachable is not.
 */
final class AddressRanges {
    private static final int BITS = 8;
    private static final int NAT64_PREFIX_BYTES = 12;

    private static final List<Range> NOT_PUBLIC_V4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Range::of)
            .toList();

    /** All of IPv6 that is given out to anybody. */
    private static final Range GLOBAL_V6 = Range.of("2000::/3");

    private static final List<Range> NOT_PUBLIC_V6 = Stream.of(
                    // protocols, among them Teredo, which wraps IPv4 addresses
                    "2001::/23",
                    "2001:db8::/32",
                    // 6to4 wraps IPv4 addresses too
                    "2002::/16",
                    "3fff::/20")
            .map(Range::of)
            .toList();

    /** Stands for an IPv4 address in networks that speak IPv6 only (RFC 6052). */
    private static final Range NAT64 = Range.of("64:ff9b::/96");

    private AddressRanges() {}

    /** An IPv4 address written as IPv6 ({@code ::ffff:10.0.0.1}) is an {@link Inet4Address} already. */
    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_V4.stream().noneMatch(range -> range.holds(address));
        }
        if (NAT64.holds(address)) {
            byte[] bytes = address.getAddress();
            return isPublic(address(Arrays.copyOfRange(bytes, NAT64_PREFIX_BYTES, bytes.length)));
        }
        return GLOBAL_V6.holds(address) && NOT_PUBLIC_V6.stream().noneMatch(range -> range.holds(address));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Range(InetAddress first, int bits) {
        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(InetAddress address) {
            byte[] wanted = first.getAddress();
            byte[] given = address.getAddress();
            if (wanted.length != given.length) {
                return false;
            }
            int whole = bits / BITS;
            int rest = bits % BITS;
            return Arrays.equals(wanted, 0, whole, given, 0, whole)
                    && (rest == 0 || ((wanted[whole] ^ given[whole]) & 0xff) >> (BITS - rest) == 0);
        }
    }
}
