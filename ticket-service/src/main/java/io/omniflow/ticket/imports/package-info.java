/** History with its real timestamps: staged first, then made into tickets and facts in the background, resumably. */
@NullMarked
package io.omniflow.ticket.imports;

import org.jspecify.annotations.NullMarked;
