package io.omniflow.ticket.lifecycle.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Only the title is required. */
@Schema(name = "OpenTicket")
record OpenTicketRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable Priority priority,
        @Nullable Status status,
        @Nullable UUID teamId,
        @Nullable UUID assigneeId,
        @Nullable List<String> tags,
        @Nullable List<UUID> contactIds,
        @Nullable List<UUID> conversationIds,
        @Nullable Map<String, Object> customFields,
        @Nullable Source source) {

    /** Fails with 422 and a pointer to each field that breaks a rule. */
    NewTicket wanted() {
        List<FieldError> errors = new ArrayList<>();
        String given = title == null ? "" : title.strip();
        Rules.title("/title", given, errors);
        if (description != null) {
            Rules.text("/description", description, errors);
        }
        Rules.tags("/tags", tags == null ? List.of() : tags, errors);
        Rules.ids("/contactIds", contactIds == null ? List.of() : contactIds, errors);
        Rules.ids("/conversationIds", conversationIds == null ? List.of() : conversationIds, errors);
        Rules.customFields("/customFields", customFields == null ? Map.of() : customFields, errors);
        if (source != null && source != Source.API && source != Source.MANUAL) {
            errors.add(new FieldError("/source", "must be api or manual"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new NewTicket(
                given,
                description,
                status == null ? Status.OPEN : status,
                priority == null ? Priority.NORMAL : priority,
                assigneeId,
                teamId,
                tags == null ? Tags.NONE : Tags.of(tags),
                distinct(contactIds),
                distinct(conversationIds),
                customFields == null ? Map.of() : present(customFields),
                source == null ? Source.API : source,
                null);
    }

    private static List<UUID> distinct(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : List.copyOf(new LinkedHashSet<>(ids));
    }

    /** A field set to null has no value, which is the same as not being there. */
    private static Map<String, Object> present(Map<String, Object> fields) {
        Map<String, Object> present = new TreeMap<>(fields);
        present.values().removeIf(java.util.Objects::isNull);
        return present;
    }
}
