/** Changes of saved lists in the published language. */
@NullMarked
package io.omniflow.ticket.view.kafka;

import org.jspecify.annotations.NullMarked;
