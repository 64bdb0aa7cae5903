package io.omniflow.ticket.rule.domain;

/** What a rule may ask for; all that it does ask for must hold. */
public enum Condition {
    TAGS,
    KEYWORDS,
    REGEX,
    CHANNELS,
    INBOX_ADDRESSES,
    LANGUAGES,
    CONTACT,
    TEAM_IDS,
    HOURS
}
