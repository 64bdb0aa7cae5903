/**
 * Merging as a process: what was asked for, what ticket-service answered, and what can be taken back. Use cases and ports.
 * Which tickets may be merged is decided in ticket-service, whose local transaction a merge is; here nobody judges tickets.
 */
@NullMarked
package io.omniflow.merge.merging;

import org.jspecify.annotations.NullMarked;
