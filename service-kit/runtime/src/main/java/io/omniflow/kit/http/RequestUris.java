package io.omniflow.kit.http;

import io.omniflow.kit.json.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Which request URIs can be read at all. */
final class RequestUris {
    private RequestUris() {}

    /** What RFC 3986 allows nowhere in a URI unless it is escaped, and java.net.URI therefore refuses. */
    private static final String NEVER_BARE = "\"<>\\^`{|} ";

    /** Whether it has no bare characters it must not have, every escape is whole, and the text is UTF-8 without NUL. */
    static boolean readable(String uri) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            char here = uri.charAt(i);
            if (NEVER_BARE.indexOf(here) >= 0) {
                return false;
            }
            if (here != '%') {
                decoded.write(here < 0x80 ? here : 0xff);
            } else if (i + 2 < uri.length()
                    && HexFormat.isHexDigit(uri.charAt(i + 1))
                    && HexFormat.isHexDigit(uri.charAt(i + 2))) {
                decoded.write(HexFormat.fromHexDigits(uri, i + 1, i + 3));
                i += 2;
            } else {
                return false;
            }
        }
        return storable(decoded.toByteArray());
    }

    private static boolean storable(byte[] bytes) {
        try {
            return Texts.storable(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
