package io.omniflow.ticket.directory;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ContactsIT {
    private static final String CONTACTS = "/api/v1/contacts";

    private final Desk desk = new Desk();

    @Test
    void a_contact_is_kept_as_it_is_given() {
        Response added = desk.anna().body("""
                {"name": " Maria Rossi ", "email": "Maria@Example.com", "phone": "+39 055 1", "externalId": "crm-1",
                 "attributes": {"plan": "gold", "gone": null}}""").post(CONTACTS);
        String id = added.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", endsWith(CONTACTS + "/" + added.path("id")))
                .body("name", equalTo("Maria Rossi"))
                .body("email", equalTo("Maria@Example.com"))
                .body("attributes", equalTo(Map.of("plan", "gold")))
                .body("erasedAt", nullValue())
                .extract()
                .path("id");
        assertEquals(
                added.asString(), desk.as(Roles.VIEWER).get(CONTACTS + "/" + id).asString());
    }

    @Test
    void a_contact_may_bring_its_id_once() {
        String id = UUID.randomUUID().toString();
        desk.anna().body("{\"id\":\"" + id + "\"}").post(CONTACTS).then().statusCode(201);
        desk.anna()
                .body("{\"id\":\"" + id + "\",\"name\":\"other\"}")
                .post(CONTACTS)
                .then()
                .statusCode(409)
                .body("type", endsWith("/id-taken"));
        new Desk().anna().body("{\"id\":\"" + id + "\"}").post(CONTACTS).then().statusCode(201);
    }

    @Test
    void an_email_belongs_to_one_contact_whatever_its_case() {
        String first = desk.made("contacts", "{\"email\":\"maria@example.com\"}");
        desk.anna()
                .body("{\"email\":\"MARIA@example.com\"}")
                .post(CONTACTS)
                .then()
                .statusCode(409)
                .body("type", endsWith("/email-taken"))
                .body("detail", containsString(first));
        String second = desk.made("contacts", "{\"email\":\"luca@example.com\"}");
        desk.anna()
                .body("{\"email\":\"Maria@example.com\"}")
                .patch(CONTACTS + "/" + second)
                .then()
                .statusCode(409)
                .body("detail", containsString(first));
        desk.anna()
                .body("{\"email\":\"LUCA@example.com\"}")
                .patch(CONTACTS + "/" + second)
                .then()
                .statusCode(200)
                .body("email", equalTo("LUCA@example.com"));
        new Desk().made("contacts", "{\"email\":\"maria@example.com\"}");
    }

    @Test
    void a_patch_changes_what_it_names() {
        String id = desk.made(
                "contacts", "{\"name\":\"Maria\",\"phone\":\"1\",\"attributes\":{\"plan\":\"gold\",\"size\":\"s\"}}");
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"phone\":null,\"attributes\":{\"plan\":null,\"language\":\"it\"}}")
                .patch(CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Maria"))
                .body("phone", nullValue())
                .body("attributes", equalTo(Map.of("size", "s", "language", "it")));
        desk.anna()
                .body("{\"name\":\"Maria\"}")
                .patch(CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"name\":\"x\"}")
                .patch(CONTACTS + "/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void what_breaks_a_rule_is_named() {
        desk.anna()
                .body(
                        "{\"name\":\" \",\"email\":\"nobody\",\"phone\":\"none\",\"externalId\":\"\",\"attributes\":{\"\":\"\"}}")
                .post(CONTACTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/name", "/email", "/phone", "/externalId", "/attributes")));
        desk.as(Roles.VIEWER).body("{}").post(CONTACTS).then().statusCode(403);
    }

    @Test
    void contacts_are_found_by_the_beginning_of_name_email_or_phone() {
        String maria = desk.made("contacts", "{\"name\":\"Maria Rossi\",\"email\":\"m.rossi@example.com\"}");
        String mario = desk.made("contacts", "{\"name\":\"MARIO\",\"phone\":\"+39 055-12 34\"}");
        desk.made("contacts", "{\"name\":\"Anna Maria\"}");
        new Desk().made("contacts", "{\"name\":\"Maria\"}");
        assertEquals(List.of(maria, mario), found("mari"));
        assertEquals(List.of(maria), found("M.Ros"));
        assertEquals(List.of(mario), found("+39 (055) 1"));
        assertEquals(List.of(mario), found("003905512"));
        assertEquals(List.of(), found("rossi"));
        assertEquals(List.of(), found("%"));
    }

    private List<String> found(String q) {
        return desk.as(Roles.VIEWER)
                .queryParam("q", q)
                .get(CONTACTS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void a_list_goes_on_behind_its_cursor() {
        List<String> made =
                List.of(desk.made("contacts", "{}"), desk.made("contacts", "{}"), desk.made("contacts", "{}"));
        Response first = desk.as(Roles.VIEWER).queryParam("limit", 2).get(CONTACTS);
        assertEquals(made.subList(0, 2), first.path("items.id"));
        desk.as(Roles.VIEWER)
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get(CONTACTS)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(made.subList(2, 3)))
                .body("nextCursor", nullValue());
    }

    @Test
    void erasing_tells_in_which_conversations_the_contact_spoke() {
        String first = conversation("mail-1");
        String second = conversation("mail-2");
        String contact = desk.as(Roles.VIEWER)
                .get("/api/v1/conversations/" + first)
                .then()
                .statusCode(200)
                .extract()
                .path("contactId");
        desk.made("conversations", "{\"channel\":\"email\",\"contact\":{\"email\":\"other@example.com\"}}");
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            desk.as(Roles.ADMIN).delete(CONTACTS + "/" + contact).then().statusCode(204);
            watch.await(event -> event.data() instanceof WorkspaceEvent.ContactErased(UUID erased, var conversations)
                    && erased.toString().equals(contact)
                    && List.of(UUID.fromString(first), UUID.fromString(second)).equals(conversations));
        }
    }

    private String conversation(String externalId) {
        return desk.made(
                "conversations",
                "{\"channel\":\"email\",\"subject\":\"s\",\"externalId\":\"" + externalId
                        + "\",\"contact\":{\"name\":\"Maria\",\"email\":\"maria@example.com\"}}");
    }

    @Test
    void erasing_empties_the_contact_and_is_told_once() {
        String id = desk.made(
                "contacts",
                "{\"name\":\"Maria\",\"email\":\"maria@example.com\",\"phone\":\"1\",\"attributes\":{\"plan\":\"gold\"}}");
        desk.as(Roles.LEAD).delete(CONTACTS + "/" + id).then().statusCode(403);
        try (Watch watch = Events.watch(Topics.WORKSPACE)) {
            desk.as(Roles.ADMIN).delete(CONTACTS + "/" + id).then().statusCode(204);
            desk.as(Roles.ADMIN).delete(CONTACTS + "/" + id).then().statusCode(204);
            SeenEvent told = watch.await(
                    event -> event.data() instanceof WorkspaceEvent.ContactErased(UUID contact, var conversations)
                            && contact.toString().equals(id)
                            && List.of().equals(conversations));
            assertEquals(desk.workspace.toString(), told.header("ce_subject"));
            assertEquals(
                    1,
                    watch.untilQuietFor(Duration.ofSeconds(1)).stream()
                            .filter(event -> event.data().equals(told.data()))
                            .count());
        }
        desk.as(Roles.VIEWER)
                .get(CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", nullValue())
                .body("email", nullValue())
                .body("phone", nullValue())
                .body("attributes", equalTo(Map.of()));
        desk.anna()
                .body("{\"name\":\"Maria\"}")
                .patch(CONTACTS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", endsWith("/contact-erased"));
        desk.made("contacts", "{\"email\":\"maria@example.com\"}");
        assertEquals(List.of(), found("mariaa"));
    }
}
