package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.directory.Contact;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Nothing is required; other systems may keep their ids. */
@Schema(name = "AddContact")
record AddContactRequest(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String externalId,
        @Nullable Map<String, String> attributes) {

    /** Fails with 422 and a pointer to each field that breaks a rule. */
    Contact wanted() {
        Rules rules = new Rules();
        Rules.told(name, value -> rules.name("/name", value));
        Rules.told(email, value -> rules.email("/email", value));
        Rules.told(phone, value -> rules.phone("/phone", value));
        Rules.told(externalId, value -> rules.foreignId("/externalId", value));
        Rules.told(attributes, value -> rules.attributes("/attributes", value));
        rules.check();
        return new Contact(
                id == null ? Ids.next() : id,
                Rules.stripped(name),
                Rules.stripped(email),
                Rules.stripped(phone),
                externalId,
                present(attributes),
                Instant.EPOCH,
                null,
                1);
    }

    /** An attribute set to null has no value, which is the same as not being there. */
    private static Map<String, String> present(@Nullable Map<String, String> attributes) {
        Map<String, String> present = new TreeMap<>(attributes == null ? Map.of() : attributes);
        present.values().removeIf(java.util.Objects::isNull);
        return present;
    }
}
