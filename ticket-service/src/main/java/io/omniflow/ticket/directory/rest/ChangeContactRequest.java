package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.ticket.directory.Contact;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch: what is left out stays, null empties; attributes are patched one by one. */
@Schema(name = "ChangeContact")
record ChangeContactRequest(
        @Schema(implementation = String.class) MergePatch<String> name,
        @Schema(implementation = String.class) MergePatch<String> email,
        @Schema(implementation = String.class) MergePatch<String> phone,
        @Schema(implementation = String.class) MergePatch<String> externalId,
        @Schema(implementation = Object.class) MergePatch<Map<String, @Nullable String>> attributes) {

    /** 422 with a pointer to each field that breaks a rule. */
    UnaryOperator<Contact> change() {
        Rules rules = new Rules();
        Rules.given(name, value -> rules.name("/name", value));
        Rules.given(email, value -> rules.email("/email", value));
        Rules.given(phone, value -> rules.phone("/phone", value));
        Rules.given(externalId, value -> rules.foreignId("/externalId", value));
        Rules.given(attributes, value -> rules.attributes("/attributes", value));
        rules.check();
        return before -> new Contact(
                before.id(),
                Rules.stripped(name.over(before.name())),
                Rules.stripped(email.over(before.email())),
                Rules.stripped(phone.over(before.phone())),
                externalId.over(before.externalId()),
                patched(before.attributes()),
                before.createdAt(),
                before.erasedAt(),
                before.version());
    }

    /** The email this gives, if it gives one. */
    @Nullable String givenEmail() {
        return Rules.stripped(email.over(null));
    }

    private Map<String, String> patched(Map<String, String> before) {
        Map<String, String> after = new TreeMap<>(before);
        if (attributes instanceof MergePatch.Cleared) {
            after.clear();
        }
        Rules.given(
                attributes,
                patch -> patch.forEach((key, value) -> {
                    if (value == null) {
                        after.remove(key);
                    } else {
                        after.put(key, value);
                    }
                }));
        return after;
    }
}
