package io.omniflow.sla.clock.domain;

/** What a clock measures. A ticket has one clock of each. */
public enum Metric {
    /** From creation to the first answer of an agent, and then never again. */
    FIRST_RESPONSE,
    /** From creation until the ticket is resolved or closed; goes on when it is reopened. */
    RESOLUTION;

    /** What the clock should be doing under these circumstances. */
    Course course(Circumstances circumstances) {
        return switch (this) {
            case FIRST_RESPONSE -> firstResponse(circumstances);
            case RESOLUTION -> resolution(circumstances);
        };
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
}
