package io.omniflow.integration.thread.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of threads, for the API description. */
record ThreadPage(List<ThreadView> items, @Nullable String nextCursor) {}
