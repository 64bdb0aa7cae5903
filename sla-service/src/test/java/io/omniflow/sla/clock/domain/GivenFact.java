package io.omniflow.sla.clock.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One fact of a scenario. One of the fields after {@code tell} says what it is, or {@code event} with those it needs. */
record GivenFact(
        Instant at,
        @Nullable ActorKind by,
        @Nullable String change,
        @Nullable String tell,
        @Nullable Created created,
        @Nullable Status status,
        @Nullable Priority priority,
        @Nullable Integer conversations,
        @Nullable String team,
        @Nullable Set<String> tags,
        @Nullable Set<String> channels,
        @Nullable Set<String> contacts,
        @Nullable Map<String, Set<String>> fields,
        @Nullable Answer answer,
        @Nullable String event,
        @Nullable String merge,
        @Nullable Instant since) {

    record Created(
            @Nullable Status status,
            @Nullable Priority priority,
            @Nullable Integer conversations,
            @Nullable String team,
            @Nullable Set<String> tags,
            @Nullable Set<String> channels,
            @Nullable Set<String> contacts,
            @Nullable Map<String, Set<String>> fields) {

        Happening happening() {
            return new Happening.Created(
                    status == null ? Status.OPEN : status,
                    priority == null ? Priority.NORMAL : priority,
                    null,
                    new Traits(
                            team == null ? null : id(team),
                            orNone(tags),
                            orNone(channels),
                            ids(contacts),
                            fields == null ? Map.of() : fields),
                    conversations == null ? 1 : conversations);
        }
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Happening happening() {
        if (event != null) {
            return told(event);
        }
        if (created != null) {
            return created.happening();
        }
        if (status != null) {
            return new Happening.StatusChanged(status);
        }
        if (priority != null) {
            return new Happening.PriorityChanged(priority);
        }
        if (conversations != null) {
            return new Happening.ConversationsChanged(conversations, orNone(channels));
        }
        if (team != null) {
            return new Happening.TeamChanged(team.equals("none") ? null : id(team));
        }
        if (tags != null) {
            return new Happening.TagsChanged(tags);
        }
        if (contacts != null) {
            return new Happening.ContactsChanged(ids(contacts));
        }
        if (fields != null) {
            return new Happening.CustomFieldsChanged(fields);
        }
        throw new IllegalArgumentException("no such fact: " + this);
    }

    private Happening told(String what) {
        return switch (what) {
            case "customer_wrote" -> new Happening.CustomerWrote();
            case "agent_replied" -> new Happening.AgentReplied();
            case "note_added" -> new Happening.Aside();
            case "merged" -> new Happening.Merged();
            case "absorbed" -> new Happening.Absorbed(holdings(), start());
            case "merge_undone" ->
                new Happening.MergeUndone(
                        status == null ? Status.OPEN : status,
                        holdings(),
                        answer == null ? Answer.AWAITED : answer,
                        merge == null ? null : id(merge),
                        merge == null ? null : origin(merge));
            case "imported" -> new Happening.Imported(at);
            default -> throw new IllegalArgumentException("no such fact: " + this);
        };
    }

    /** A merge in a scenario has one source. */
    private static UUID origin(String merge) {
        return id("origin of " + merge);
    }

    private @Nullable EarlierStart start() {
        return merge == null || since == null ? null : new EarlierStart(id(merge), origin(merge), since);
    }

    private Holdings holdings() {
        return new Holdings(orNone(tags), ids(contacts), conversations == null ? 1 : conversations, orNone(channels));
    }

    Telling telling() {
        return "backfill".equals(tell) ? Telling.BACKFILL : Telling.LIVE;
    }

    private static Set<UUID> ids(@Nullable Set<String> names) {
        return orNone(names).stream().map(GivenFact::id).collect(Collectors.toSet());
    }

    private static Set<String> orNone(@Nullable Set<String> values) {
        return values == null ? Set.of() : values;
    }
}
