package io.omniflow.ticket.rule.postgres;

import io.omniflow.ticket.rule.domain.Trigger;

/** The statements that read what rules look at: a conversation with one message, its contact and its ticket. */
final class SituationSql {
    /** Characters of a message that are looked at, for a regex reads each of them several times. */
    static final int LOOKED_AT = 16_384;

    private static final String FIRST = "select x.body, x.at from message x where x.workspace_id = c.workspace_id"
            + " and x.conversation_id = c.id order by x.at, x.id limit 1";
    private static final String NEWEST = "select x.body, x.at from message x where x.workspace_id = c.workspace_id"
            + " and x.conversation_id = c.id and x.author = 'contact' order by x.at desc, x.id desc limit 1";
    private static final String NAMED = "select x.body, x.at from message x where x.workspace_id = c.workspace_id"
            + " and x.conversation_id = c.id and x.id = $3";

    static final String ONE_WITH_MESSAGE = select(NAMED) + " where c.workspace_id = $1 and c.id = $2";

    private SituationSql() {}

    /** $1 the workspace, $2 the conversation. */
    static String one(Trigger trigger) {
        return select(message(trigger)) + " where c.workspace_id = $1 and c.id = $2";
    }

    /** $1 the workspace, $2 since when, $3 how many. What could not have been the trigger is left out. */
    static String recent(Trigger trigger) {
        String happened =
                switch (trigger) {
                    case CONVERSATION_OPENED -> "c.channel is not null";
                    case MESSAGE_RECEIVED -> "m.body is not null";
                    case TAG_ADDED -> "(cardinality(c.tags) > 0 or cardinality(t.tags) > 0)";
                };
        return select(message(trigger)) + " where c.workspace_id = $1 and c.opened_at >= $2 and " + happened
                + " order by c.opened_at desc, c.id desc limit $3";
    }

    private static String message(Trigger trigger) {
        return switch (trigger) {
            case CONVERSATION_OPENED -> FIRST;
            case MESSAGE_RECEIVED, TAG_ADDED -> NEWEST;
        };
    }

    private static String select(String message) {
        return """
                select c.id, c.channel, c.subject, c.contact_id, c.contact_name, c.contact_email, c.contact_phone,
                  c.external_id, c.inbox_address, c.language, c.tags, c.state, c.opened_at, c.last_message_at, c.version,
                  left(m.body, %d) as message, m.at as message_at,
                  k.id as known_contact, k.name as known_name, k.email as known_email, k.phone as known_phone, k.attributes,
                  t.id as ticket_id, t.team_id as ticket_team_id, t.tags as ticket_tags
                from conversation c
                left join lateral (%s) m on true
                left join contact k on k.workspace_id = c.workspace_id and k.id = c.contact_id
                left join conversation_link l on l.workspace_id = c.workspace_id and l.conversation_id = c.id
                left join ticket t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
                """.formatted(LOOKED_AT, message);
    }
}
