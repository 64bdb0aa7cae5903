package io.omniflow.ticket.directory.rest;

import io.omniflow.ticket.directory.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Contact")
record ContactView(
        UUID id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String externalId,
        Map<String, String> attributes,
        Instant createdAt,
        @Nullable Instant erasedAt,
        long version) {
    static final String REQUEST = """
            {"name": "Maria Rossi", "phone": "+39 055 12 34 56", "externalId": "crm-4711",
             "attributes": {"plan": "gold"}}""";
    static final String REQUEST_WITH_EMAIL = """
            {"id": "019ab3f0-0a00-7000-8000-000000000001", "name": "Maria Rossi", "email": "maria@example.com"}""";
    static final String CHANGE = """
            {"name": "Maria Bianchi", "attributes": {"plan": null, "language": "it"}}""";
    static final String EXAMPLE = """
            {"id": "019ab3f0-0a00-7000-8000-000000000001", "name": "Maria Rossi", "email": "maria@example.com",
             "phone": "+39 055 12 34 56", "externalId": "crm-4711", "attributes": {"plan": "gold"},
             "createdAt": "2026-11-27T09:00:00.000Z", "erasedAt": null, "version": 1}""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.id(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.externalId(),
                contact.attributes(),
                contact.createdAt(),
                contact.erasedAt(),
                contact.version());
    }

    /** Describes a page of contacts to the readers of the API description. */
    @Schema(name = "ContactPage")
    record ContactPage(List<ContactView> items, @Nullable String nextCursor) {}
}
