package io.omniflow.integration.hook.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of endpoints, for the API description. */
record EndpointPage(List<EndpointView> items, @Nullable String nextCursor) {}
