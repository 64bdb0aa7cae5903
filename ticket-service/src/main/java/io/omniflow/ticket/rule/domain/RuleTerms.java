package io.omniflow.ticket.rule.domain;

/**
 * What may be changed of a rule.
 *
 * @param position rules run in its order, those of one position in the order they were made
 */
public record RuleTerms(String name, int position, boolean enabled, Trigger trigger, When when, Then then) {}
