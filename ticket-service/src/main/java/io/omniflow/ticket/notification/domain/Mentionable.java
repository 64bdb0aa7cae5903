package io.omniflow.ticket.notification.domain;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent by all that may stand behind an {@code @}. */
public record Mentionable(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String subject) {

    /** The name, the email up to its {@code @}, and the subject of the tokens. */
    Set<String> handles() {
        Set<String> handles = new LinkedHashSet<>();
        handles.add(name.strip());
        if (email != null) {
            int at = email.lastIndexOf('@');
            handles.add(at < 0 ? email.strip() : email.substring(0, at).strip());
        }
        if (subject != null) {
            handles.add(subject.strip());
        }
        handles.remove("");
        return handles;
    }
}
