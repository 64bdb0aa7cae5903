package io.omniflow.integration.jira;

import java.net.URI;

/** A piece of a description or comment, before it becomes what a Jira writes rich text in. Each begins a paragraph. */
sealed interface JiraBlock {

    /** Somebody's plain text. Line breaks and blank lines are kept, addresses in it become links, nothing else is markup. */
    record Text(String text) implements JiraBlock {}

    /** A line of our own, set off from what people wrote. */
    record Heading(String text) implements JiraBlock {}

    record Link(String label, URI address) implements JiraBlock {}

    /** What only machines read, written small. Letters, digits and blanks only. */
    record Small(String text) implements JiraBlock {}
}
