/** Tickets over HTTP: requests are read and checked, answers shown. Nothing is decided here. */
@NullMarked
package io.omniflow.ticket.lifecycle.rest;

import org.jspecify.annotations.NullMarked;
