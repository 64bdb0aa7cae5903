/** Contacts, agents and teams over HTTP. */
@NullMarked
package io.omniflow.ticket.directory.rest;

import org.jspecify.annotations.NullMarked;
