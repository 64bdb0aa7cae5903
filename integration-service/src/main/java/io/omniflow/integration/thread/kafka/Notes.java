package io.omniflow.integration.thread.kafka;

import io.omniflow.contract.Limits;
import io.omniflow.contract.TicketCommand;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Replies as notes. A note has room for fewer bytes than a message may have characters. */
final class Notes {
    private static final String MORE = "…";

    private Notes() {}

    static TicketCommand.AddNote wanted(UUID ticketId, String author, String text) {
        return new TicketCommand.AddNote(ticketId, cut(text), shortened(author), null);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= Limits.NAME_CHARACTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, Limits.NAME_CHARACTERS - 1)) + MORE;
    }

    private static String cut(String text) {
        if (bytes(text) <= Limits.TEXT_BYTES) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int room = Limits.TEXT_BYTES - bytes(MORE);
        for (int point : text.codePoints().toArray()) {
            room -= bytes(Character.toString(point));
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.append(MORE).toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
