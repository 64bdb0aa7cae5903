package io.omniflow.integration.hook.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the log, for the API description. */
record HookDeliveryPage(
        List<HookDeliveryView> items, @Nullable String nextCursor) {}
