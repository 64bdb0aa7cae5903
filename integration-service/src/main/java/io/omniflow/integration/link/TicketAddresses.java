package io.omniflow.integration.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people see a ticket: {@code {public base URL}/tickets/{number}}. */
@ApplicationScoped
public class TicketAddresses {
    private final String base;

    /** One property shared by several services, which is why it has no mapping of its own. */
    TicketAddresses(@ConfigProperty(name = "omniflow.public-base-url") URI publicBaseUrl) {
        String given = publicBaseUrl.toString();
        this.base = given.endsWith("/") ? given : given + "/";
    }

    public URI of(long number) {
        return URI.create(base + "tickets/" + number);
    }
}
