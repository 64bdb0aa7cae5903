/** Changes of settings in the published language. */
@NullMarked
package io.omniflow.ticket.workspace.kafka;

import org.jspecify.annotations.NullMarked;
