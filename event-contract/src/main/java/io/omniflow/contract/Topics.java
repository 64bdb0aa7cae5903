package io.omniflow.contract;

/** Topic names. The number of partitions is a deployment matter; nothing may depend on it. */
public final class Topics {
    public static final String TICKETS = "omniflow.tickets.v1";
    public static final String TICKET_SNAPSHOTS = "omniflow.ticket-snapshots.v1";
    public static final String TICKET_COMMANDS = "omniflow.ticket-commands.v1";
    public static final String TICKET_WATERMARKS = "omniflow.ticket-watermarks.v1";
    public static final String SLA = "omniflow.sla.v1";
    public static final String MERGES = "omniflow.merges.v1";
    public static final String WORKSPACE = "omniflow.workspace.v1";
    public static final String INTEGRATIONS = "omniflow.integrations.v1";
    public static final String CONVERSATIONS = "omniflow.conversations.v1";
    public static final String CONVERSATION_COMMANDS = "omniflow.conversation-commands.v1";

    private Topics() {}

    /** The dead letter topic of one consumer group of one topic. */
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlq";
    }
}
