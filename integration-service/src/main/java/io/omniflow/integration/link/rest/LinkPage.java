package io.omniflow.integration.link.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of links, for the API description. */
record LinkPage(List<LinkView> items, @Nullable String nextCursor) {}
