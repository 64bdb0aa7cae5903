package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.conversation.domain.Channel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a rule. What is empty or null is not asked for.
 *
 * @param tags all of them, on the conversation or its ticket; of an added tag one must be among them
 * @param keywords any of them, as whole words of the subject or the message
 * @param regex RE2, found anywhere in the subject or the message
 * @param languages {@code en} stands for {@code en-GB} too
 * @param contact values by attribute: name, email, phone, emailDomain (with its subdomains) or one of the workspace's own
 * @param teamIds any of them has the conversation's ticket
 */
public record When(
        List<String> tags,
        List<String> keywords,
        @Nullable String regex,
        List<Channel> channels,
        List<String> inboxAddresses,
        List<String> languages,
        Map<String, String> contact,
        List<UUID> teamIds,
        @Nullable Hours hours) {
    public static final When ALWAYS =
            new When(List.of(), List.of(), null, List.of(), List.of(), List.of(), Map.of(), List.of(), null);

    public When {
        tags = List.copyOf(tags);
        keywords = List.copyOf(keywords);
        channels = List.copyOf(channels);
        inboxAddresses = List.copyOf(inboxAddresses);
        languages = List.copyOf(languages);
        contact = Map.copyOf(contact);
        teamIds = List.copyOf(teamIds);
    }
}
