package io.omniflow.integration.hook.domain;

import java.net.URI;
import java.util.List;

/**
 * What the workspace said of an endpoint.
 *
 * @param eventTypes those it follows; none named means all, also those that come later
 */
public record EndpointTerms(URI url, String description, List<String> eventTypes, Activity activity) {
    public EndpointTerms {
        eventTypes = List.copyOf(eventTypes);
    }

    public EndpointTerms disabled() {
        return new EndpointTerms(url, description, eventTypes, Activity.DISABLED);
    }
}
