/** Definitions of custom fields over HTTP. */
@NullMarked
package io.omniflow.ticket.field.rest;

import org.jspecify.annotations.NullMarked;
