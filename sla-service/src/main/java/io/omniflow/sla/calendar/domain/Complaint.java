package io.omniflow.sla.calendar.domain;

/** @param pointer into the draft as JSON (RFC 6901), as {@code /weekly/monday/0/to} */
public record Complaint(String pointer, String reason) {}
