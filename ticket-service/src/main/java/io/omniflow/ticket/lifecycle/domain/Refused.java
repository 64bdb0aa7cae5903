package io.omniflow.ticket.lifecycle.domain;

/** Nothing changes. */
public record Refused(Refusal reason) implements Decision {}
