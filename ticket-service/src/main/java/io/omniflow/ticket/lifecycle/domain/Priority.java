package io.omniflow.ticket.lifecycle.domain;

/** In rising order. */
public enum Priority {
    LOW(1),
    NORMAL(2),
    HIGH(3),
    URGENT(4);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** 1 to 4; what is more urgent has the higher one. */
    public int rank() {
        return rank;
    }

    /** One step; nothing is above urgent. */
    public Priority raised() {
        return this == URGENT ? URGENT : ofRank(rank + 1);
    }

    /** The priority of a {@link #rank()}. */
    public static Priority ofRank(int rank) {
        return switch (rank) {
            case 1 -> LOW;
            case 2 -> NORMAL;
            case 3 -> HIGH;
            case 4 -> URGENT;
            default -> throw new IllegalArgumentException("No priority has rank " + rank);
        };
    }
}
