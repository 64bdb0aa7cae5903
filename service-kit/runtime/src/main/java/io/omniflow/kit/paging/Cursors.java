package io.omniflow.kit.paging;

import io.omniflow.kit.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Cursors are the sort key of the last row, opaque to the caller. They carry no authority: the query behind a cursor is
 * scoped by workspace like any other, so a forged one shows nothing more.
 */
public final class Cursors {
    private static final int MAX_LENGTH = 2_000;
    private static final char SEPARATOR = '\u001f';

    private Cursors() {}

    public static String encode(String... parts) {
        String joined = String.join(String.valueOf(SEPARATOR), parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param parts how many parts the cursor must have
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it was not made by {@link #encode} of as many parts
     */
    public static List<String> decode(String cursor, int parts) {
        if (cursor.length() > MAX_LENGTH) {
            throw refused();
        }
        List<String> split = split(text(cursor));
        if (split.size() != parts || split.stream().anyMatch(part -> part.indexOf('\0') >= 0)) {
            throw refused();
        }
        return split;
    }

    /** A part that must be an id; 400 when it is not. */
    public static UUID uuid(String part) {
        try {
            UUID id = UUID.fromString(part);
            if (id.toString().equals(part)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw refused(malformed);
        }
        throw refused();
    }

    /** A part that must be a whole number; 400 when it is not. */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException malformed) {
            throw refused(malformed);
        }
    }

    /** The refusal for a cursor whose parts do not mean what they should. */
    public static RuntimeException refused() {
        return Problems.malformed("cursor", "The cursor was not made by this list");
    }

    private static RuntimeException refused(Exception cause) {
        RuntimeException problem = refused();
        problem.initCause(cause);
        return problem;
    }

    private static String text(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw refused(malformed);
        }
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(SEPARATOR); end >= 0; end = text.indexOf(SEPARATOR, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
