package io.omniflow.sla.calendar.rest;

/** Examples shown in the API's document. */
final class CalendarExamples {
    static final String MAKE = """
            {"name": "Berlin office", "timeZone": "Europe/Berlin",
             "weekly": {"monday": [{"from": "09:00", "to": "17:00"}], "friday": [{"from": "22:00", "to": "06:00"}]},
             "holidays": [{"date": "2026-12-25", "name": "Christmas"},
                          {"date": "2026-12-24", "name": "Christmas Eve", "from": "12:00", "to": "24:00"}]}""";

    static final String CALENDAR = """
            {"id": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60", "name": "Berlin office", "alwaysOpen": false,
             "timeZone": "Europe/Berlin",
             "weekly": {"monday": [{"from": "09:00", "to": "17:00"}], "tuesday": [], "wednesday": [], "thursday": [],
                        "friday": [{"from": "22:00", "to": "06:00"}], "saturday": [], "sunday": []},
             "holidays": [{"date": "2026-12-24", "name": "Christmas Eve", "from": "12:00", "to": "24:00"},
                          {"date": "2026-12-25", "name": "Christmas", "from": null, "to": null}],
             "builtIn": false, "version": 1, "changedBy": "lea", "createdAt": "2026-11-27T09:00:00.000Z",
             "updatedAt": "2026-11-27T09:00:00.000Z"}""";

    static final String PAGE = "{\"items\": [" + CALENDAR + "], \"nextCursor\": null}";

    static final String CHANGE = "{\"weekly\": {\"tuesday\": [{\"from\": \"09:00\", \"to\": \"17:00\"}]}}";

    static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//example//holidays//EN
            BEGIN:VEVENT
            UID:christmas@example.com
            DTSTAMP:20261101T000000Z
            DTSTART;VALUE=DATE:20261225
            RRULE:FREQ=YEARLY
            SUMMARY:Christmas
            END:VEVENT
            END:VCALENDAR
            """;

    static final String PREVIEW = """
            {"calendarId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60", "calendarVersion": 1,
             "from": "2026-12-21T00:00:00.000Z", "to": "2026-12-26T00:00:00.000Z",
             "open": [{"from": "2026-12-21T08:00:00.000Z", "to": "2026-12-21T16:00:00.000Z"}],
             "holidays": [{"date": "2026-12-24", "name": "Christmas Eve", "from": "12:00", "to": "24:00"},
                          {"date": "2026-12-25", "name": "Christmas", "from": null, "to": null}]}""";

    static final String DUE = """
            {"calendarId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60", "start": "2026-11-20T15:00:00.000Z",
             "duration": "PT8H"}""";

    static final String DUE_AT = "{\"dueAt\": \"2026-11-23T15:00:00.000Z\", \"calendarVersion\": 1}";

    private CalendarExamples() {}
}
