package io.omniflow.sla.calendar.domain;

/** What may be changed of a calendar. */
public record Definition(String name, Opening opening) {}
