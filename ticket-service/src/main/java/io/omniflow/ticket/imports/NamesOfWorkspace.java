package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.directory.NamedPeople;
import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.imports.domain.HistoryEntry;
import io.omniflow.ticket.imports.domain.Replay;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ids for agents and teams an import names: an id stands for itself and has to be there; another name stands for whom the
 * directory knows by it, or else for somebody new, with the same id every time.
 */
final class NamesOfWorkspace implements Replay.Names {
    private final NamedPeople.Ids wanted;
    private final NamedPeople.Ids known;
    private final NamedPeople.Ids fresh = new NamedPeople.Ids(new HashMap<>(), new HashMap<>());

    /** @param known those of {@link #wanted} who are there */
    NamesOfWorkspace(NamedPeople.Ids wanted, NamedPeople.Ids known) {
        this.wanted = wanted;
        this.known = known;
    }

    /** The ids the names in these histories have if nobody is known by them. */
    static NamedPeople.Ids wanted(WorkspaceId workspace, List<History> histories) {
        return new NamedPeople.Ids(
                ids(histories, HistoryEntry::assignee, name -> derived(workspace + "/agent/" + name)),
                ids(histories, HistoryEntry::team, name -> derived(workspace + "/team/" + key(name))));
    }

    private static Map<String, UUID> ids(
            List<History> histories, Function<HistoryEntry, @Nullable String> part, Function<String, UUID> derive) {
        Map<String, UUID> ids = new HashMap<>();
        histories.stream()
                .flatMap(history -> history.entries().stream())
                .map(part)
                .filter(Objects::nonNull)
                .forEach(
                        name -> ids.computeIfAbsent(name, fresh -> itself(fresh).orElseGet(() -> derive.apply(fresh))));
        return ids;
    }

    /** Teams are told apart without regard to case. */
    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static UUID derived(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<UUID> itself(String name) {
        if (name.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException justAName) {
            return Optional.empty();
        }
    }

    /** An id in the history that is nobody's. */
    Optional<String> nobodys(History history) {
        return history.entries().stream()
                .flatMap(entry -> java.util.stream.Stream.of(
                        missing("agent", entry.assignee(), known.agents()),
                        missing("team", entry.team(), known.teams())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> missing(String kind, @Nullable String name, Map<String, UUID> known) {
        return Optional.ofNullable(name)
                .filter(given -> itself(given).isPresent() && !known.containsKey(given))
                .map(given -> "There is no " + kind + " " + given);
    }

    @Override
    public UUID agent(String name) {
        return id(name, wanted.agents(), known.agents(), fresh.agents());
    }

    @Override
    public UUID team(String name) {
        return id(name, wanted.teams(), known.teams(), fresh.teams());
    }

    /** Those used of whom the directory does not know yet. */
    NamedPeople.Ids fresh() {
        return fresh;
    }

    private static UUID id(String name, Map<String, UUID> wanted, Map<String, UUID> known, Map<String, UUID> fresh) {
        @Nullable UUID there = known.get(name);
        if (there != null) {
            return there;
        }
        UUID id = Objects.requireNonNull(wanted.get(name), name);
        fresh.put(name, id);
        return id;
    }
}
