/**
 * Custom fields: what a workspace defines, and whether values fit. The values themselves belong to tickets and are not kept
 * here.
 */
@NullMarked
package io.omniflow.ticket.field;

import org.jspecify.annotations.NullMarked;
