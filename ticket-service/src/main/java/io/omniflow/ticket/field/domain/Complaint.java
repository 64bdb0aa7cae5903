package io.omniflow.ticket.field.domain;

/** @param place the key of a custom field, or the name of a part of its definition */
public record Complaint(String place, String reason) {}
