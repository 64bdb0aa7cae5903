/** Tests of imports, from the file to the facts. */
@NullMarked
package io.omniflow.ticket.imports;

import org.jspecify.annotations.NullMarked;
