/** Automation rules over HTTP. No statements here. */
@NullMarked
package io.omniflow.ticket.rule.rest;

import org.jspecify.annotations.NullMarked;
