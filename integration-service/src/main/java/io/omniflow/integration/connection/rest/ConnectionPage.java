package io.omniflow.integration.connection.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of connections, for the API description. */
record ConnectionPage(List<ConnectionView> items, @Nullable String nextCursor) {}
