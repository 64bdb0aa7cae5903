/**
 * Live changes: who listens, to which journal, what each is told, and how it is sent as Server-Sent Events. No paths and no
 * statements here.
 */
@NullMarked
package io.omniflow.ticket.live;

import org.jspecify.annotations.NullMarked;
