/**
 * Merging tickets and taking merges back, each in one local transaction with all it takes to undo it. The merge as a process,
 * its permissions and its thirty days are merge-service's, which asks by command; what a command may do is decided here.
 */
@NullMarked
package io.omniflow.ticket.merge;

import org.jspecify.annotations.NullMarked;
