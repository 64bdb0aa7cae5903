/** Tests of what a history means, without any I/O. */
@NullMarked
package io.omniflow.ticket.imports.domain;

import org.jspecify.annotations.NullMarked;
