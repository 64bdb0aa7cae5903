/** Tests of the suite's document and of the page to try it. */
@NullMarked
package io.omniflow.ticket.openapi;

import org.jspecify.annotations.NullMarked;
