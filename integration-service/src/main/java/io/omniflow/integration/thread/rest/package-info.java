/**
 * Threads over HTTP: opened by hand, and shown.
 */
@NullMarked
package io.omniflow.integration.thread.rest;

import org.jspecify.annotations.NullMarked;
