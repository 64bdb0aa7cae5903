package io.omniflow.ticket.lifecycle.domain;

/** What a request comes to. */
public sealed interface Decision permits Accepted, Refused {}
