package io.omniflow.ticket.rule.rest;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.rule.domain.Changes;
import io.omniflow.ticket.rule.domain.Template;
import io.omniflow.ticket.rule.domain.Then;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule does, asked for and shown: one of the two. */
@Schema(name = "RuleActs")
record ActsBody(
        @Nullable TemplateBody createTicket, @Nullable ChangesBody changeTicket) {

    @Schema(name = "RuleTemplate")
    record TemplateBody(
            @Nullable String title,
            @Nullable String description,
            @Nullable Priority priority,
            @Nullable UUID teamId,
            @Nullable UUID assigneeId,
            @Nullable List<String> tags,
            @Nullable Map<String, @Nullable Object> customFields) {
        static TemplateBody of(Template template) {
            return new TemplateBody(
                    template.title(),
                    template.description(),
                    template.priority(),
                    template.teamId(),
                    template.assigneeId(),
                    template.tags(),
                    new TreeMap<>(template.customFields()));
        }

        Template template() {
            Map<String, Object> values = new TreeMap<>();
            if (customFields != null) {
                customFields.forEach((key, value) -> {
                    if (value != null) {
                        values.put(key, value);
                    }
                });
            }
            return new Template(
                    title == null ? "" : title.strip(),
                    description,
                    priority == null ? Priority.NORMAL : priority,
                    teamId,
                    assigneeId,
                    tags == null ? List.of() : Tags.of(tags).values(),
                    values);
        }
    }

    @Schema(name = "RuleChanges")
    record ChangesBody(
            @Nullable UUID teamId,
            @Nullable UUID assigneeId,
            @Nullable Priority priority,
            @Nullable Status status,
            @Nullable List<String> addTags,
            @Nullable List<String> removeTags,
            @Nullable Map<String, @Nullable Object> customFields) {
        static ChangesBody of(Changes changes) {
            return new ChangesBody(
                    changes.teamId(),
                    changes.assigneeId(),
                    changes.priority(),
                    changes.status(),
                    changes.addTags(),
                    changes.removeTags(),
                    new TreeMap<>(changes.customFields()));
        }

        Changes changes() {
            return new Changes(
                    teamId,
                    assigneeId,
                    priority,
                    status,
                    addTags == null ? List.of() : Tags.of(addTags).values(),
                    removeTags == null ? List.of() : Tags.of(removeTags).values(),
                    customFields == null ? Map.of() : customFields);
        }
    }

    static ActsBody of(Then then) {
        return switch (then) {
            case Then.CreateTicket(Template template) -> new ActsBody(TemplateBody.of(template), null);
            case Then.ChangeTicket(Changes changes) -> new ActsBody(null, ChangesBody.of(changes));
        };
    }

    /** Fails with 422 unless it is exactly one. */
    Then then() {
        if (createTicket != null && changeTicket == null) {
            return new Then.CreateTicket(createTicket.template());
        }
        if (changeTicket != null && createTicket == null) {
            return new Then.ChangeTicket(changeTicket.changes());
        }
        throw Problems.invalid("/then", "must be either createTicket or changeTicket");
    }
}
