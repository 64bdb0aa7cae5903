package io.omniflow.ticket.merge;

import io.omniflow.kit.outbox.Origin;

/** Who an actor is by the tokens of the workspace. */
final class Actors {
    private static final String AGENT = "agent:";

    private Actors() {}

    /** The subject of an agent's token; empty for anybody else, whom no team limits. */
    static String subject(Origin origin) {
        return origin.actor().startsWith(AGENT) ? origin.actor().substring(AGENT.length()) : "";
    }
}
