package io.omniflow.integration.hook.rest;

/** How many deliveries were started again. */
record ReplayView(int replayed) {}
