package io.omniflow.ticket.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RecognisedContactsIT {
    private final Desk desk = new Desk();

    @Inject
    Contacts contacts;

    @Inject
    Transactions transactions;

    @Test
    void an_id_comes_before_an_email_and_an_email_before_a_phone_number() {
        UUID byId = UUID.fromString(desk.made("contacts", "{\"name\":\"id\"}"));
        UUID byEmail = UUID.fromString(desk.made("contacts", "{\"name\":\"e\",\"email\":\"e@example.com\"}"));
        UUID byPhone = UUID.fromString(desk.made("contacts", "{\"name\":\"p\",\"phone\":\"+39 055 1234\"}"));
        ContactDetails all = new ContactDetails(null, "E@example.com", "0039-055-1234");
        assertEquals(byPhone, recognised(null, new ContactDetails(null, "unknown@example.com", "+390551234")));
        assertEquals(byEmail, recognised(UUID.randomUUID(), all));
        assertEquals(byId, recognised(byId, all));
    }

    @Test
    void what_a_contact_lacks_is_filled_in_and_nothing_else() {
        UUID id = UUID.fromString(desk.made("contacts", "{\"email\":\"m@example.com\"}"));
        recognised(null, new ContactDetails(" Maria ", "M@example.com", "+39 1"));
        assertEquals("Maria", read(id).getString("name"));
        assertEquals("m@example.com", read(id).getString("email"));
        assertEquals("+39 1", read(id).getString("phone"));
        assertEquals(2, read(id).getInt("version"));
        recognised(null, new ContactDetails("Other", "m@example.com", "+39 2"));
        assertEquals("Maria", read(id).getString("name"));
        assertEquals(2, read(id).getInt("version"));
    }

    @Test
    void the_email_of_another_contact_is_not_taken_from_it() {
        desk.made("contacts", "{\"email\":\"m@example.com\"}");
        UUID id = UUID.fromString(desk.made("contacts", "{}"));
        assertEquals(id, recognised(id, new ContactDetails("Maria", "m@example.com", null)));
        assertNull(read(id).getString("email"));
        assertEquals("Maria", read(id).getString("name"));
    }

    @Test
    void an_unknown_person_becomes_a_contact_with_the_id_given() {
        UUID id = UUID.randomUUID();
        assertEquals(id, recognised(id, new ContactDetails("Maria", "m@example.com", null)));
        assertEquals("m@example.com", read(id).getString("email"));
        UUID nameless = recognised(null, new ContactDetails(null, null, null));
        assertNotEquals(nameless, recognised(null, new ContactDetails(null, null, null)));
    }

    @Test
    void an_erased_contact_stays_empty_and_is_not_found_by_what_it_was() {
        UUID id = UUID.fromString(desk.made("contacts", "{\"email\":\"m@example.com\"}"));
        desk.as(Roles.ADMIN).delete("/api/v1/contacts/" + id).then().statusCode(204);
        assertEquals(id, recognised(id, new ContactDetails("Maria", "m@example.com", null)));
        assertNull(read(id).getString("name"));
        assertNotEquals(id, recognised(null, new ContactDetails("Maria", "m@example.com", null)));
    }

    @Test
    void many_messages_of_one_unknown_person_make_one_contact() {
        List<Uni<UUID>> byEmail = IntStream.range(0, 20)
                .mapToObj(i -> asked(null, new ContactDetails("n" + i, "many@example.com", null)))
                .toList();
        List<Uni<UUID>> byPhone = IntStream.range(0, 20)
                .mapToObj(i -> asked(null, new ContactDetails("n" + i, null, "+39 77")))
                .toList();
        assertEquals(
                1, new HashSet<>(Uni.join().all(byEmail).andFailFast().await().indefinitely()).size());
        assertEquals(
                1, new HashSet<>(Uni.join().all(byPhone).andFailFast().await().indefinitely()).size());
        assertEquals(2, desk.rows("contact"));
    }

    private UUID recognised(@Nullable UUID id, ContactDetails details) {
        return asked(id, details).await().indefinitely();
    }

    private Uni<UUID> asked(@Nullable UUID id, ContactDetails details) {
        return transactions.write(
                transaction -> contacts.recognise(transaction, new WorkspaceId(desk.workspace), id, details));
    }

    private JsonPath read(UUID id) {
        return desk.as(Roles.VIEWER)
                .get("/api/v1/contacts/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
