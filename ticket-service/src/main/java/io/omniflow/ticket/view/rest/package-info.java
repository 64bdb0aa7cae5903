/** Saved lists over HTTP. No statements here. */
@NullMarked
package io.omniflow.ticket.view.rest;

import org.jspecify.annotations.NullMarked;
