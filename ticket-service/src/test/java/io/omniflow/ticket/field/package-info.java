/** Tests of custom fields over HTTP. */
@NullMarked
package io.omniflow.ticket.field;

import org.jspecify.annotations.NullMarked;
