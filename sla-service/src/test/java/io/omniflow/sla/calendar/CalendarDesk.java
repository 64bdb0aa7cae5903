package io.omniflow.sla.calendar;

import static io.restassured.RestAssured.given;

import io.omniflow.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A workspace and those who work with its calendars. */
final class CalendarDesk {
    static final String CALENDARS = "/api/v1/sla/calendars";
    static final String OFFICE = """
            {"name": "Office", "timeZone": "Europe/Berlin",
             "weekly": {"monday": [{"from": "09:00", "to": "17:00"}], "tuesday": [{"from": "09:00", "to": "17:00"}],
                        "wednesday": [{"from": "09:00", "to": "17:00"}], "thursday": [{"from": "09:00", "to": "17:00"}],
                        "friday": [{"from": "09:00", "to": "17:00"}]},
             "holidays": [{"date": "2026-12-25", "name": "Christmas"},
                          {"date": "2026-12-24", "name": "Christmas Eve", "from": "12:00", "to": "24:00"}]}""";

    final UUID workspace = UUID.randomUUID();

    RequestSpecification lea() {
        return someone("lead");
    }

    RequestSpecification vera() {
        return someone("viewer");
    }

    RequestSpecification someone(String role) {
        return with(Tokens.token(workspace, role, role));
    }

    String office() {
        return make(OFFICE);
    }

    String make(String body) {
        return lea().body(body).post(CALENDARS).then().statusCode(201).extract().path("id");
    }

    static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
