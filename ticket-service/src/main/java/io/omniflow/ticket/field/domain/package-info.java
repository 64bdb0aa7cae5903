/** What a custom field is and which values fit it. Pure: patterns come in compiled, nothing here knows of storage or HTTP. */
@NullMarked
package io.omniflow.ticket.field.domain;

import org.jspecify.annotations.NullMarked;
