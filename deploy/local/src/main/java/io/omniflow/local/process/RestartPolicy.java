package io.omniflow.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether a part that died is started again: at once at first, then with growing pauses, and not for ever. */
public final class RestartPolicy {
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int DEATHS_ALLOWED = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private RestartPolicy() {}

    /** What to do after a death. */
    public sealed interface Decision {
        record Again(Duration pause) implements Decision {}

        record GiveUp(int deaths) implements Decision {}
    }

    /** @param deaths all of this part, the one just seen included */
    public static Decision after(List<Instant> deaths, Instant now) {
        int recent = (int) deaths.stream()
                .filter(death -> death.isAfter(now.minus(WINDOW)))
                .count();
        return recent > DEATHS_ALLOWED
                ? new Decision.GiveUp(recent)
                : new Decision.Again(FIRST_PAUSE.multipliedBy(1L << (2 * Math.max(0, recent - 1))));
    }
}
