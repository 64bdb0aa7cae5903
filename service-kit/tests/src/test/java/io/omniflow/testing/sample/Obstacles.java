package io.omniflow.testing.sample;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/** What stands in the way of a note. The note itself says so. */
@ApplicationScoped
public class Obstacles {
    /** Fails whenever it is tried. */
    public static final String POISON = "poison";
    /** Fails the first two times as if a dependency was down. */
    public static final String OUTAGE = "outage";

    private static final int OUTAGE_LASTS = 2;

    private final Map<String, Integer> tries = new ConcurrentHashMap<>();

    Uni<Void> pass(String note) {
        return Uni.createFrom().deferred(() -> {
            int tried = tries.merge(note, 1, Integer::sum);
            if (note.startsWith(POISON)) {
                return Uni.createFrom().failure(new IllegalStateException("nobody can swallow this"));
            }
            if (note.startsWith(OUTAGE) && tried <= OUTAGE_LASTS) {
                return Uni.createFrom().failure(new TimeoutException("the dependency is down"));
            }
            return Uni.createFrom().voidItem();
        });
    }

    public int triesOf(String note) {
        return tries.getOrDefault(note, 0);
    }
}
