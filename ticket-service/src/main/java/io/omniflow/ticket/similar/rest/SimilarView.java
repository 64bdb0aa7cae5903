package io.omniflow.ticket.similar.rest;

import io.omniflow.ticket.listing.TicketView;
import io.omniflow.ticket.similar.SimilarTickets;
import io.omniflow.ticket.similar.domain.Likeness;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Likely duplicates, most alike first. */
@Schema(name = "SimilarTickets")
record SimilarView(List<Item> items) {
    /** {@code score} from 0 to 1, in hundredths. */
    @Schema(name = "SimilarTicket")
    record Item(TicketView ticket, double score, List<String> reasons) {
        static Item of(SimilarTickets.Similar similar) {
            return new Item(
                    TicketView.of(similar.ticket()),
                    Math.round(similar.likeness().score() * 100) / 100.0,
                    similar.likeness().reasons().stream().map(Item::words).toList());
        }

        private static String words(Likeness.Reason reason) {
            return switch (reason) {
                case SIMILAR_TITLE -> "similar title";
                case SIMILAR_TEXT -> "similar text";
                case SAME_CONTACT -> "same contact";
                case SAME_TAG -> "same tag";
            };
        }
    }
}
