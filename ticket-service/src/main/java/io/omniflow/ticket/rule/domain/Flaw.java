package io.omniflow.ticket.rule.domain;

/** What is wrong with the terms of a rule; {@code pointer} is a JSON pointer into them. */
public record Flaw(String pointer, String detail) {}
