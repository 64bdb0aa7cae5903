package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a path names a ticket: by id or by number. */
public final class TicketRefs {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private TicketRefs() {}

    /** What is neither an id nor a number names nothing: 404. */
    public static TicketRef of(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new TicketRef.ByNumber(Long.parseLong(text));
        }
        if (ID.matcher(text).matches()) {
            return new TicketRef.ById(new TicketId(UUID.fromString(text)));
        }
        throw Problems.notFound("ticket");
    }
}
