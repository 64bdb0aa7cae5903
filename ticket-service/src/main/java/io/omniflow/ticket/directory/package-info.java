/** The people of a workspace. So far only what tells one contact from another. */
@NullMarked
package io.omniflow.ticket.directory;

import org.jspecify.annotations.NullMarked;
