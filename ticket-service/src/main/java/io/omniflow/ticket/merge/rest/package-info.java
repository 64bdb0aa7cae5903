/** The preview of a merge over HTTP; merging itself is asked of merge-service. */
@NullMarked
package io.omniflow.ticket.merge.rest;

import org.jspecify.annotations.NullMarked;
