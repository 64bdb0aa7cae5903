package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fact says, reduced to what a clock, or the choice of its policy, can depend on. */
public sealed interface Happening {

    /** {@code conversations} is how many are linked. */
    record Created(
            Status status, Priority priority, @Nullable UUID assignee, Traits traits, int conversations)
            implements Happening {}

    record StatusChanged(Status after) implements Happening {}

    record PriorityChanged(Priority after) implements Happening {}

    record AssigneeChanged(@Nullable UUID after) implements Happening {}

    record TeamChanged(@Nullable UUID after) implements Happening {}

    record TagsChanged(Set<String> after) implements Happening {
        public TagsChanged {
            after = Set.copyOf(after);
        }
    }

    /** {@code after} is everything, not what is new. */
    record ContactsChanged(Set<UUID> after) implements Happening {
        public ContactsChanged {
            after = Set.copyOf(after);
        }
    }

    /** {@code after} is every field; see {@link Traits}. */
    record CustomFieldsChanged(Map<String, Set<String>> after) implements Happening {
        public CustomFieldsChanged {
            after = after.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> Set.copyOf(field.getValue())));
        }
    }

    /** {@code conversations} is how many are linked afterwards, {@code channels} are theirs. */
    record ConversationsChanged(int conversations, Set<String> channels) implements Happening {
        public ConversationsChanged {
            channels = Set.copyOf(channels);
        }
    }

    record CustomerWrote() implements Happening {}

    record AgentReplied() implements Happening {}

    /** This ticket went into another. */
    record Merged() implements Happening {}

    /** Another ticket came into this one; what it holds with what that brought. */
    record Absorbed(Holdings after, @Nullable EarlierStart start) implements Happening {}

    /**
     * Told to both sides; for the one that had been merged its status is the former one again. Merge and counterpart are null in
     * what was stored before they were kept.
     */
    record MergeUndone(
            Status status,
            Holdings after,
            Answer answer,
            @Nullable UUID merge,
            @Nullable UUID counterpart) implements Happening {}

    /** Closes what one import told; {@code importedAt} is real time, everything before it is the past. */
    record Imported(Instant importedAt) implements Happening {}

    /** No clock depends on it, but it may be the last fact of a change. */
    record Aside() implements Happening {}
}
