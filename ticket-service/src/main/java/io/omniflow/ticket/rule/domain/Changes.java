package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of the ticket a conversation is linked to. What is null or empty stays; a null of a custom field empties it. */
public record Changes(
        @Nullable UUID teamId,
        @Nullable UUID assigneeId,
        @Nullable Priority priority,
        @Nullable Status status,
        List<String> addTags,
        List<String> removeTags,
        Map<String, @Nullable Object> customFields) {
    public Changes {
        addTags = List.copyOf(addTags);
        removeTags = List.copyOf(removeTags);
        customFields = Collections.unmodifiableMap(new TreeMap<>(customFields));
    }

    /** In the order a person would take them: where it belongs, whose it is, what it is. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (teamId != null) {
            steps.add(new Step.SetTeam(teamId));
        }
        if (assigneeId != null) {
            steps.add(new Step.Assign(assigneeId));
        }
        if (priority != null) {
            steps.add(new Step.SetPriority(priority));
        }
        removeTags.forEach(tag -> steps.add(new Step.RemoveTag(tag)));
        addTags.forEach(tag -> steps.add(new Step.AddTag(tag)));
        if (!customFields.isEmpty()) {
            steps.add(new Step.PatchCustomFields(customFields));
        }
        if (status != null) {
            steps.add(new Step.SetStatus(status));
        }
        return steps;
    }
}
