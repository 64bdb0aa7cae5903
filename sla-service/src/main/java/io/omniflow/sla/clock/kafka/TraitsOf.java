package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.Channel;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.TicketState;
import io.omniflow.sla.clock.domain.Holdings;
import io.omniflow.sla.clock.domain.Traits;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What policies choose by, from a ticket's state. */
final class TraitsOf {
    private TraitsOf() {}

    static Traits ticket(TicketState ticket) {
        return new Traits(
                ticket.teamId(),
                Set.copyOf(ticket.tags()),
                channels(ticket),
                Set.copyOf(ticket.contactIds()),
                customFields(ticket));
    }

    static Holdings holdings(TicketState ticket) {
        return new Holdings(
                Set.copyOf(ticket.tags()),
                Set.copyOf(ticket.contactIds()),
                ticket.conversationIds().size(),
                channels(ticket));
    }

    /** Facts of before channels were told have none. */
    static Set<String> channels(TicketState ticket) {
        @Nullable List<Channel> channels = ticket.channels();
        return channels == null
                ? Set.of()
                : channels.stream()
                        .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    static Map<String, Set<String>> customFields(TicketState ticket) {
        Map<String, Set<String>> fields = new HashMap<>();
        ticket.customFields().forEach((key, value) -> {
            if (value != null) {
                fields.put(key, texts(value));
            }
        });
        return fields;
    }

    /** Of a list each of its elements. */
    private static Set<String> texts(Object value) {
        Stream<?> values = value instanceof Collection<?> several ? several.stream() : Stream.of(value);
        return values.map(TraitsOf::text).collect(Collectors.toSet());
    }

    private static String text(Object value) {
        return value instanceof String text
                ? text
                : ContractJson.mapper().valueToTree(value).toString();
    }
}
