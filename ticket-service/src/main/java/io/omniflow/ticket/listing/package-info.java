/**
 * What every list of tickets has in common at the edge: how its parameters are read and how its tickets are shown. Lists, views,
 * exports, streams and whatever else answers a ticket use it. No statements and no use cases here.
 */
@NullMarked
package io.omniflow.ticket.listing;

import org.jspecify.annotations.NullMarked;
