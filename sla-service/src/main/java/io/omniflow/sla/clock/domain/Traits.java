package io.omniflow.sla.clock.domain;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What policies choose tickets by.
 *
 * @param tags in lower case
 * @param channels of the conversations linked, as far as they are known
 * @param customFields by key: the value as its JSON text without quotes, of a list each of its elements
 */
public record Traits(
        @Nullable UUID team,
        Set<String> tags,
        Set<String> channels,
        Set<UUID> contacts,
        Map<String, Set<String>> customFields) {
    public static final Traits NONE = new Traits(null, Set.of(), Set.of(), Set.of(), Map.of());

    public Traits {
        tags = Set.copyOf(tags);
        channels = Set.copyOf(channels);
        contacts = Set.copyOf(contacts);
        customFields = customFields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> Set.copyOf(field.getValue())));
    }

    Traits withTeam(@Nullable UUID after) {
        return new Traits(after, tags, channels, contacts, customFields);
    }

    Traits withTags(Set<String> after) {
        return new Traits(team, after, channels, contacts, customFields);
    }

    Traits withChannels(Set<String> after) {
        return new Traits(team, tags, after, contacts, customFields);
    }

    Traits withContacts(Set<UUID> after) {
        return new Traits(team, tags, channels, after, customFields);
    }

    Traits withCustomFields(Map<String, Set<String>> after) {
        return new Traits(team, tags, channels, contacts, after);
    }
}
