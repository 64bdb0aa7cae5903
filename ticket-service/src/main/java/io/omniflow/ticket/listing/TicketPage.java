package io.omniflow.ticket.listing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes a page of tickets to the readers of the API description. */
@Schema(name = "TicketPage")
public record TicketPage(List<TicketView> items, @Nullable String nextCursor) {}
