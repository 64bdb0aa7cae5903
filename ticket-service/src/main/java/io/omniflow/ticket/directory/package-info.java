/**
 * The people of a workspace: contacts, agents and teams, and how changes of settings are told. Who is told of a ticket is
 * not decided here.
 */
@NullMarked
package io.omniflow.ticket.directory;

import org.jspecify.annotations.NullMarked;
