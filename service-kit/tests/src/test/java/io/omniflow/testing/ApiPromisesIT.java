package io.omniflow.testing;

import static io.restassured.RestAssured.given;

import io.omniflow.testing.api.ApiPromises;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@TestProfile(OneConnection.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ApiPromisesIT {
    @TestFactory
    Stream<DynamicNode> every_endpoint_keeps_the_promises() {
        return new ApiPromises()
                .id("/api/v1/things/{id}", ApiPromisesIT::makeThing)
                .tests();
    }

    private static String makeThing(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"name\": \"Lamp\", \"kind\": \"small\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
