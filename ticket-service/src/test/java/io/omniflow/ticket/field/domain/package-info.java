/** Tests of what fits a custom field. */
@NullMarked
package io.omniflow.ticket.field.domain;

import org.jspecify.annotations.NullMarked;
