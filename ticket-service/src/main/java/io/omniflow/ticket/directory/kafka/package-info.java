/** Changes of settings and members in the published language. Nothing here decides. */
@NullMarked
package io.omniflow.ticket.directory.kafka;

import org.jspecify.annotations.NullMarked;
