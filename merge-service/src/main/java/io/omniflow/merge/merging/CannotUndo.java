package io.omniflow.merge.merging;

import io.omniflow.merge.merging.domain.Obstacle;
import java.io.Serial;

/** An undo that is not even asked of ticket-service. */
public final class CannotUndo extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Obstacle why;

    CannotUndo(Obstacle why) {
        super(why.toString());
        this.why = why;
    }

    public Obstacle why() {
        return why;
    }
}
