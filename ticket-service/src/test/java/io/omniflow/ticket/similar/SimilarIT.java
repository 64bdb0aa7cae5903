package io.omniflow.ticket.similar;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SimilarIT {
    /** Each line is one problem as different people word it; lines are different problems, some about the same thing. */
    private static final List<List<String>> LABELLED = List.of(
            List.of(
                    "Checkout fails with 3-D Secure",
                    "3-D Secure payment failing at checkout",
                    "Checkout failure: 3D Secure"),
            List.of(
                    "Cannot log in after password reset",
                    "Login fails once the password was reset",
                    "Password reset breaks login"),
            List.of("Invoice PDF is blank", "Blank PDF when opening an invoice", "Invoice download shows empty PDF"),
            List.of(
                    "Printer on the second floor is offline",
                    "Second floor printer offline",
                    "Printer offline, 2nd floor"),
            List.of("VPN drops every ten minutes", "VPN connection drops after 10 minutes", "VPN keeps dropping"),
            List.of(
                    "Export to CSV has wrong encoding",
                    "CSV export: umlauts are broken, wrong encoding",
                    "Wrong encoding in exported CSV"),
            List.of(
                    "Mobile app crashes on startup",
                    "App crash at startup on mobile",
                    "Mobile app crashing when it starts"),
            List.of(
                    "Emails are not delivered to Outlook",
                    "Outlook users get no emails",
                    "Email delivery to Outlook failing"),
            List.of(
                    "Add a second billing contact",
                    "Second contact for billing wanted",
                    "Need another billing contact"),
            List.of("Dashboard loads slowly", "Dashboard is very slow to load", "Slow loading of dashboard"),
            List.of("Refund for order 4711", "Order 4711: refund wanted", "Please refund order 4711"),
            List.of("Refund for order 4988", "Order 4988 refund missing", "Refund of order 4988 please"),
            List.of("Webhook signature is invalid", "Invalid signature on webhooks", "Webhooks: signature check fails"),
            List.of(
                    "Delivery address cannot be changed",
                    "Changing the delivery address is impossible",
                    "Unable to change delivery address"),
            List.of("Two-factor code never arrives", "2FA code does not arrive", "Two-factor SMS code not arriving"),
            List.of("Search returns no results", "No results from search", "Search finds nothing"),
            List.of(
                    "Subscription renewed after cancellation",
                    "Cancelled subscription was renewed",
                    "Subscription renewal in spite of cancellation"),
            List.of(
                    "Calendar sync duplicates meetings",
                    "Duplicate meetings after calendar sync",
                    "Meetings doubled by calendar sync"),
            List.of("Invoice has wrong tax rate", "Wrong tax rate on invoice", "Tax rate on the invoice is wrong"),
            List.of("Password policy too strict", "Password rules are too strict", "Strict password policy"));

    private final Desk desk = new Desk();

    private JsonPath similar(String id) {
        return desk.as("viewer")
                .get(TICKETS + "/" + id + "/similar")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void duplicates_are_found_and_little_else() {
        Map<String, Integer> problems = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (int problem = 0; problem < LABELLED.size(); problem++) {
            for (String title : LABELLED.get(problem)) {
                String id = desk.open("{\"title\":\"" + title + "\"}");
                problems.put(id, problem);
                ids.add(id);
            }
        }
        int shown = 0;
        int right = 0;
        int first = 0;
        int wanted = 0;
        for (String id : ids) {
            List<String> found = similar(id).getList("items.ticket.id");
            wanted += LABELLED.get(problems.getOrDefault(id, -1)).size() - 1;
            shown += found.size();
            right += (int) found.stream()
                    .filter(other -> Objects.equals(problems.get(other), problems.get(id)))
                    .count();
            if (!found.isEmpty() && Objects.equals(problems.get(found.getFirst()), problems.get(id))) {
                first++;
            }
        }
        double precision = (double) right / shown;
        double recall = (double) right / wanted;
        System.out.printf(
                "similar tickets: %d paraphrased titles of %d problems, precision %.2f, recall %.2f, first is right %.2f%n",
                ids.size(), LABELLED.size(), precision, recall, (double) first / ids.size());
        assertTrue(precision >= 0.7, "precision " + precision);
        assertTrue(recall >= 0.7, "recall " + recall);
    }

    @Test
    void a_ticket_that_is_merged_into_another_is_no_duplicate_any_more() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String id = desk.open("{\"title\":\"Checkout fails with 3-D Secure\"}");
            String twin = desk.open("{\"title\":\"Checkout fails with 3-D Secure\"}");
            String end = desk.open("{\"title\":\"Something else\"}");
            assertEquals(List.of(twin), similar(id).getList("items.ticket.id"));
            UUID merge = UUID.randomUUID();
            asked(watch, end, new TicketCommand.Merge(merge, List.of(UUID.fromString(twin)), UUID.fromString(end)));
            assertEquals(List.of(), similar(id).getList("items.ticket.id"));
            asked(watch, end, new TicketCommand.UndoMerge(merge, List.of(UUID.fromString(twin)), UUID.fromString(end)));
            assertEquals(List.of(twin), similar(id).getList("items.ticket.id"));
        }
    }

    private void asked(Watch watch, String destination, TicketCommand command) {
        OutboundEvent event = desk.told(destination, command, null);
        Events.publish(event);
        watch.await(2, told -> told.header("ce_causationid").equals(event.id().toString()));
    }

    @Test
    void it_says_why() {
        UUID contact = UUID.randomUUID();
        String id = desk.open("{\"title\":\"Checkout fails\",\"tags\":[\"billing\"],\"contactIds\":[\"" + contact
                + "\"],\"description\":\"Visa cards of two banks are refused since Monday\"}");
        String twin = desk.open("{\"title\":\"Checkout fails\",\"tags\":[\"billing\"],\"contactIds\":[\"" + contact
                + "\"],\"description\":\"Since Monday Visa cards of two banks are refused\"}");
        desk.open("{\"title\":\"Printer on fire\",\"tags\":[\"billing\"]}");
        JsonPath found = similar(id);
        assertEquals(List.of(twin), found.getList("items.ticket.id"));
        assertEquals(
                List.of("similar title", "similar text", "same contact", "same tag"),
                found.getList("items[0].reasons"));
        float score = found.getFloat("items[0].score");
        assertTrue(score > 0.9 && score <= 1, "score " + score);
    }

    @Test
    void a_ticket_like_no_other_has_no_similar_ones() {
        String id = desk.open("{\"title\":\"!!!\"}");
        desk.open("{\"title\":\"Printer on fire\"}");
        new Desk().open("{\"title\":\"!!!\"}");
        assertEquals(List.of(), similar(id).getList("items"));
        new Desk().as("admin").get(TICKETS + "/" + id + "/similar").then().statusCode(404);
    }
}
