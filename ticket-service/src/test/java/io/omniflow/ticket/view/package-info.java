/** Tests of saved lists. */
@NullMarked
package io.omniflow.ticket.view;

import org.jspecify.annotations.NullMarked;
