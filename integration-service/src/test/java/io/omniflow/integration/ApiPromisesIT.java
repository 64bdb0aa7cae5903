package io.omniflow.integration;

import io.omniflow.testing.Backing;
import io.omniflow.testing.OneConnection;
import io.omniflow.testing.api.ApiPromises;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Generated from the OpenAPI document: no endpoint is forgotten. */
@QuarkusTest
@TestProfile(OneConnection.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ApiPromisesIT {
    @TestFactory
    Stream<DynamicNode> every_endpoint_keeps_the_promises() {
        return new ApiPromises()
                .id(Desk.CONNECTIONS + "/{id}", ApiPromisesIT::connection)
                .id(Desk.LINKS + "/{id}", ApiPromisesIT::link)
                .id(Desk.DELIVERIES + "/{id}", ApiPromisesIT::delivery)
                .id(HookDesk.ENDPOINTS + "/{id}", HookDesk::endpoint)
                .path(HookDesk.ENDPOINTS + "/{id}/deliveries/{deliveryId}/replay", HookDesk::delivery)
                .body("POST " + Desk.LINKS, ApiPromisesIT::wish)
                .path("/webhooks/{system}/{connectionId}", ApiPromisesIT::webhook)
                .signed("POST /webhooks/{system}/{connectionId}")
                .id(IncomingIT.INCOMING + "/{id}", ApiPromisesIT::unreadable)
                .id(Desk.THREADS + "/{id}", ApiPromisesIT::thread)
                .body("POST " + Desk.THREADS, token -> Desk.threadWish(UUID.randomUUID(), slack(token)))
                .tests();
    }

    private static String connection(String token) {
        return call(token)
                .body(Desk.connection())
                .post(Desk.CONNECTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String link(String token) {
        return call(token)
                .body(Desk.wish(connection(token), UUID.randomUUID()))
                .post(Desk.LINKS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String wish(String token) {
        return "{\"ticketId\": \"" + UUID.randomUUID() + "\", \"connectionId\": \"" + connection(token) + "\"}";
    }

    private static Map<String, String> webhook(String token) {
        return Map.of("system", "slack", "connectionId", slack(token));
    }

    private static String slack(String token) {
        return call(token)
                .body(SignedSlack.connection())
                .post(Desk.CONNECTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String thread(String token) {
        return call(token)
                .body(Desk.threadWish(UUID.randomUUID(), slack(token)))
                .post(Desk.THREADS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Put aside at once, and again after each retry. */
    private static String unreadable(String token) {
        String connection = slack(token);
        SignedSlack.send(connection, "[]").then().statusCode(200);
        return call(token)
                .get(IncomingIT.INCOMING + "?connectionId=" + connection)
                .path("items[0].id");
    }

    private static String delivery(String token) {
        String link = link(token);
        return call(token).get(Desk.DELIVERIES).path("items.find { it.linkId == '" + link + "' }.id");
    }

    private static RequestSpecification call(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
