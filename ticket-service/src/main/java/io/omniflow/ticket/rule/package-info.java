/**
 * Automation rules: kept by leads, run on what conversations and their tickets tell. What a rule does is written by the use
 * cases that make and change tickets. HTTP, SQL and Kafka are the edges'.
 */
@NullMarked
package io.omniflow.ticket.rule;

import org.jspecify.annotations.NullMarked;
