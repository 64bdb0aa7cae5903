/** Imports over HTTP. */
@NullMarked
package io.omniflow.ticket.imports.rest;

import org.jspecify.annotations.NullMarked;
