package io.omniflow.sla.clock.domain;

/** What a clock measures. */
public enum Metric {
    /** From creation to the first answer of an agent, and then never again. */
    FIRST_RESPONSE,
    /** Each time from the customer's first unanswered message to the agent's next reply; only where it has a target. */
    NEXT_RESPONSE,
    /** From creation until the ticket is resolved or closed; goes on, or begins again, when it is reopened. */
    RESOLUTION,
    /** Each stay in Open; only where it has a ceiling. */
    STATUS_OPEN,
    /** Each stay in In progress; only where it has a ceiling. */
    STATUS_IN_PROGRESS,
    /** Each stay in Waiting; only where it has a ceiling. It is the one clock that runs there. */
    STATUS_WAITING;

    /** What the clock should be doing under these circumstances. */
    Course course(Circumstances circumstances) {
        return switch (this) {
            case FIRST_RESPONSE -> firstResponse(circumstances);
            case NEXT_RESPONSE -> nextResponse(circumstances);
            case RESOLUTION -> resolution(circumstances);
            case STATUS_OPEN -> stay(Status.OPEN, circumstances);
            case STATUS_IN_PROGRESS -> stay(Status.IN_PROGRESS, circumstances);
            case STATUS_WAITING -> stay(Status.WAITING, circumstances);
        };
    }

    /** Whether every ticket has the clock, from its creation and with or without a target. */
    boolean isOfEveryTicket() {
        return this == FIRST_RESPONSE || this == RESOLUTION;
    }

    private static Course firstResponse(Circumstances circumstances) {
        if (circumstances.answer() == Answer.GIVEN) {
            return new Course.Stop(Ending.ANSWERED);
        }
        if (circumstances.merging() == Merging.MERGED) {
            return new Course.Stop(Ending.MERGED);
        }
        return switch (circumstances.status()) {
            case OPEN, IN_PROGRESS -> new Course.Run();
            case WAITING, RESOLVED, CLOSED -> new Course.Pause();
        };
    }

    private static Course nextResponse(Circumstances circumstances) {
        if (circumstances.merging() == Merging.MERGED) {
            return new Course.Stop(Ending.MERGED);
        }
        return switch (circumstances.status()) {
            case RESOLVED, CLOSED -> new Course.Stop(Ending.RESOLVED);
            case OPEN, IN_PROGRESS, WAITING -> {
                if (circumstances.customer() == Wait.NOBODY_WAITS) {
                    yield new Course.Stop(Ending.ANSWERED);
                }
                yield circumstances.status() == Status.WAITING ? new Course.Pause() : new Course.Run();
            }
        };
    }

    private static Course resolution(Circumstances circumstances) {
        if (circumstances.merging() == Merging.MERGED) {
            return new Course.Stop(Ending.MERGED);
        }
        return switch (circumstances.status()) {
            case OPEN, IN_PROGRESS -> new Course.Run();
            case WAITING -> new Course.Pause();
            case RESOLVED, CLOSED -> new Course.Stop(Ending.RESOLVED);
        };
    }

    private static Course stay(Status status, Circumstances circumstances) {
        if (circumstances.merging() == Merging.MERGED) {
            return new Course.Stop(Ending.MERGED);
        }
        return circumstances.status() == status ? new Course.Run() : new Course.Stop(Ending.LEFT);
    }
}
