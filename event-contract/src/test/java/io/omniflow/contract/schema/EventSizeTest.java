package io.omniflow.contract.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.Limits;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSizeTest {
    /** The costliest character there is: six bytes of JSON each. */
    private static final String CONTROL = "\u0001";

    private static final int LEFT_FOR_CUSTOM_FIELDS_AND_LINKS = 40 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "\"quoted\" \\ \n\t\r\b\f", CONTROL, "\u007f\u0080\u07ff\u0800", "😀 ticket", "/"})
    void the_size_of_a_text_is_what_the_mapper_writes(String text) throws JsonProcessingException {
        assertEquals(ContractJson.mapper().writeValueAsBytes(text).length - 2, ContractJson.size(text));
    }

    @Test
    void an_edit_of_the_largest_description_leaves_room_for_custom_fields_and_links() throws JsonProcessingException {
        assertFits(new TicketEvent.DescriptionChanged(largestText(), largestText(), largestTicket()));
    }

    @Test
    void an_edit_of_the_largest_note_on_the_largest_ticket_leaves_the_same_room() throws JsonProcessingException {
        assertFits(new TicketEvent.NoteEdited(new UUID(7, 1), largestText(), largestText(), largestTicket()));
    }

    @Test
    void a_change_of_all_tags_leaves_the_same_room() throws JsonProcessingException {
        assertFits(new TicketEvent.TagsChanged(largestTags(), largestTags(), largestTicket()));
    }

    private static void assertFits(TicketEvent event) throws JsonProcessingException {
        int bytes = ContractJson.mapper().writeValueAsBytes(event).length;
        assertTrue(
                bytes + LEFT_FOR_CUSTOM_FIELDS_AND_LINKS <= Limits.EVENT_BYTES,
                () -> event.getClass().getSimpleName() + " takes " + bytes + " bytes");
    }

    private static String largestText() {
        String text = CONTROL.repeat(Limits.TEXT_BYTES / 6);
        assertTrue(ContractJson.size(text) > Limits.TEXT_BYTES - 6);
        return text;
    }

    private static List<String> largestTags() {
        return Collections.nCopies(Limits.TAGS, CONTROL.repeat(Limits.TAG_CHARACTERS));
    }

    private static TicketState largestTicket() {
        Instant now = Instant.parse("2026-11-24T09:00:00Z");
        UUID id = new UUID(7, 2);
        return new TicketState(
                id,
                Long.MAX_VALUE,
                CONTROL.repeat(Limits.TITLE_CHARACTERS),
                largestText(),
                TicketStatus.IN_PROGRESS,
                TicketPriority.URGENT,
                id,
                id,
                largestTags(),
                List.of(id),
                List.of(id),
                Map.of(),
                TicketSource.CONVERSATION,
                "x".repeat(200),
                id,
                Long.MAX_VALUE,
                now,
                now,
                now,
                now,
                now);
    }
}
