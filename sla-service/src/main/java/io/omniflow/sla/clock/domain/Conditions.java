package io.omniflow.sla.clock.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which tickets a policy is for. All parts must hold; in a part any one value is enough, and an empty part asks nothing.
 *
 * @param tags in lower case
 * @param channels in the words of the API, {@code email}
 * @param customFields by key, each value as its JSON text without quotes
 */
public record Conditions(
        Set<UUID> teamIds,
        Set<String> tags,
        Set<String> channels,
        Set<UUID> contactIds,
        Map<String, Set<String>> customFields) {
    public static final Conditions NONE = new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    public Conditions {
        teamIds = Set.copyOf(teamIds);
        tags = tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        channels = Set.copyOf(channels);
        contactIds = Set.copyOf(contactIds);
        customFields = customFields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> Set.copyOf(field.getValue())));
    }

    public boolean hold(Circumstances circumstances) {
        Traits traits = circumstances.traits();
        return (teamIds.isEmpty() || (traits.team() != null && teamIds.contains(traits.team())))
                && meet(tags, traits.tags())
                && meet(channels, traits.channels())
                && meet(contactIds, traits.contacts())
                && customFields.entrySet().stream()
                        .allMatch(field ->
                                meet(field.getValue(), traits.customFields().getOrDefault(field.getKey(), Set.of())));
    }

    private static boolean meet(Set<?> wanted, Collection<?> there) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, there);
    }
}
