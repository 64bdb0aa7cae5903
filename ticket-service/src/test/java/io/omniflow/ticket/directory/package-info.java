/** Tests of contacts, agents and teams. */
@NullMarked
package io.omniflow.ticket.directory;

import org.jspecify.annotations.NullMarked;
