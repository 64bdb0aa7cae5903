/** Reads histories from NDJSON and CSV files. The only place that knows those formats. */
@NullMarked
package io.omniflow.ticket.imports.text;

import org.jspecify.annotations.NullMarked;
