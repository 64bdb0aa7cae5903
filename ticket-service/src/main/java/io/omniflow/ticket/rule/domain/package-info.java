/** What an automation rule is, when it applies and what it does. Pure: texts, times and tickets come in as values. */
@NullMarked
package io.omniflow.ticket.rule.domain;

import org.jspecify.annotations.NullMarked;
