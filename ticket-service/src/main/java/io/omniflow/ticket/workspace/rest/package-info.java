/** Settings over HTTP. */
@NullMarked
package io.omniflow.ticket.workspace.rest;

import org.jspecify.annotations.NullMarked;
