package io.omniflow.integration.incoming.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of webhooks, for the API description. */
record IncomingPage(List<IncomingView> items, @Nullable String nextCursor) {}
