package io.omniflow.integration.jira;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which issue an address in a browser shows. */
final class JiraAddress {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,30}-[1-9][0-9]{0,17}");
    private static final Pattern IN_PATH = Pattern.compile(".*/(?:browse|issues)/(" + KEY + ")/?");

    private JiraAddress() {}

    /** The key, if the address lies on the site: {@code /browse/KEY-1}, or a board's {@code ?selectedIssue=KEY-1}. */
    static Optional<String> key(URI site, URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        if (!sameHost(site, address) || !path.startsWith(site.getPath() + "/")) {
            return Optional.empty();
        }
        Matcher inPath = IN_PATH.matcher(path);
        return (inPath.matches() ? Optional.of(inPath.group(1)) : selected(address.getQuery()))
                .map(key -> key.toUpperCase(Locale.ROOT));
    }

    private static boolean sameHost(URI site, URI address) {
        return address.getHost() != null
                && address.getHost().equalsIgnoreCase(site.getHost())
                && port(address) == port(site);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
    }

    private static Optional<String> selected(@Nullable String query) {
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> parameter.startsWith("selectedIssue="))
                        .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
                        .filter(key -> KEY.matcher(key).matches())
                        .findFirst();
    }
}
