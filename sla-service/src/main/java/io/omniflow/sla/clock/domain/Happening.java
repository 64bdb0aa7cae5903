package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact says, reduced to what a clock can depend on. */
public sealed interface Happening {

    record Created(
            Status status, Priority priority, @Nullable UUID team, Set<String> tags, int conversations)
            implements Happening {
        public Created {
            tags = Set.copyOf(tags);
        }
    }

    record StatusChanged(Status after) implements Happening {}

    record PriorityChanged(Priority after) implements Happening {}

    record TeamChanged(@Nullable UUID after) implements Happening {}

    record TagsChanged(Set<String> after) implements Happening {
        public TagsChanged {
            after = Set.copyOf(after);
        }
    }

    /** {@code conversations} is how many are linked afterwards. */
    record ConversationsChanged(int conversations) implements Happening {}

    record AgentReplied() implements Happening {}

    /** This ticket went into another. */
    record Merged() implements Happening {}

    /** Another ticket came into this one, with what it brought. */
    record Absorbed(Set<String> tags, int conversations) implements Happening {
        public Absorbed {
            tags = Set.copyOf(tags);
        }
    }

    /** Told to both sides; for the one that had been merged its status is the former one again. */
    record MergeUndone(Status status, Set<String> tags, int conversations, Answer answer) implements Happening {
        public MergeUndone {
            tags = Set.copyOf(tags);
        }
    }

    /** Closes what one import told; {@code importedAt} is real time, everything before it is the past. */
    record Imported(Instant importedAt) implements Happening {}

    /** No clock depends on it, but it may be the last fact of a change. */
    record Aside() implements Happening {}
}
