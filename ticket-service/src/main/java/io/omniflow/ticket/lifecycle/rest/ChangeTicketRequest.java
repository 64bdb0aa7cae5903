package io.omniflow.ticket.lifecycle.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch: what is left out stays, null empties. Lists replace, custom fields are patched one by one. */
@Schema(name = "ChangeTicket")
record ChangeTicketRequest(
        @Schema(implementation = String.class) MergePatch<String> title,
        @Schema(implementation = String.class) MergePatch<String> description,
        @Schema(implementation = Status.class) MergePatch<Status> status,
        @Schema(implementation = Priority.class) MergePatch<Priority> priority,
        @Schema(implementation = UUID.class) MergePatch<UUID> assigneeId,
        @Schema(implementation = UUID.class) MergePatch<UUID> teamId,
        @Schema(implementation = String[].class) MergePatch<List<String>> tags,
        @Schema(implementation = UUID[].class) MergePatch<List<UUID>> contactIds,
        @Schema(implementation = UUID[].class) MergePatch<List<UUID>> conversationIds,
        @Schema(implementation = Object.class) MergePatch<Map<String, @Nullable Object>> customFields) {

    /** The steps for a ticket as it is now; the requests was checked before. */
    Function<Ticket, List<Step>> steps() {
        return ticket -> {
            List<Step> steps = new ArrayList<>();
            given(title, value -> steps.add(new Step.SetTitle(value.strip())));
            any(description, value -> steps.add(new Step.SetDescription(value)));
            given(status, value -> steps.add(new Step.SetStatus(value)));
            given(priority, value -> steps.add(new Step.SetPriority(value)));
            any(assigneeId, value -> steps.add(new Step.Assign(value)));
            any(teamId, value -> steps.add(new Step.SetTeam(value)));
            any(tags, value -> steps.add(new Step.SetTags(value == null ? Tags.NONE : Tags.of(value))));
            any(
                    contactIds,
                    value ->
                            replace(ticket.contactIds(), value, Step.UnlinkContact::new, Step.LinkContact::new, steps));
            any(
                    conversationIds,
                    value -> replace(
                            ticket.conversationIds(),
                            value,
                            Step.UnlinkConversation::new,
                            Step.LinkConversation::new,
                            steps));
            given(customFields, value -> steps.add(new Step.PatchCustomFields(value)));
            return steps;
        };
    }

    boolean changesText() {
        return !description.isAbsent();
    }

    /** 422 with a pointer to each field that breaks a rule. */
    void check() {
        List<FieldError> errors = new ArrayList<>();
        required("/title", title, errors);
        required("/status", status, errors);
        required("/priority", priority, errors);
        required("/customFields", customFields, errors);
        given(title, value -> Rules.title("/title", value, errors));
        given(description, value -> Rules.text("/description", value, errors));
        given(tags, value -> Rules.tags("/tags", value, errors));
        given(contactIds, value -> Rules.ids("/contactIds", value, errors));
        given(conversationIds, value -> Rules.ids("/conversationIds", value, errors));
        given(customFields, value -> Rules.customFields("/customFields", value, errors));
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private static void required(String pointer, MergePatch<?> field, List<FieldError> errors) {
        if (field instanceof MergePatch.Cleared) {
            errors.add(new FieldError(pointer, "cannot be emptied"));
        }
    }

    private static <T> void given(MergePatch<T> field, java.util.function.Consumer<T> step) {
        if (field instanceof MergePatch.Given<T>(T value)) {
            step.accept(value);
        }
    }

    private static <T> void any(MergePatch<T> field, java.util.function.Consumer<@Nullable T> step) {
        if (!field.isAbsent()) {
            step.accept(field.over(null));
        }
    }

    private static void replace(
            List<UUID> before,
            @Nullable List<UUID> wanted,
            Function<UUID, Step> unlink,
            Function<UUID, Step> link,
            List<Step> steps) {
        Set<UUID> after = new LinkedHashSet<>(wanted == null ? List.of() : wanted);
        before.stream().filter(id -> !after.contains(id)).map(unlink).forEach(steps::add);
        after.stream().filter(id -> !before.contains(id)).map(link).forEach(steps::add);
    }
}
