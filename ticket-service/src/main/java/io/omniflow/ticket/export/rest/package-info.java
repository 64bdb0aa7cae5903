/** Tickets as files: CSV and NDJSON. */
@NullMarked
package io.omniflow.ticket.export.rest;

import org.jspecify.annotations.NullMarked;
