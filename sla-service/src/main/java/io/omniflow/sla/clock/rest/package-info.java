/** Clocks over HTTP: resource, views, and nothing that decides. */
@NullMarked
package io.omniflow.sla.clock.rest;

import org.jspecify.annotations.NullMarked;
