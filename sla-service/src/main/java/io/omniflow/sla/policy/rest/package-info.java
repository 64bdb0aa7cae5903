/** Policies over HTTP: resources, requests, views, and nothing that decides. */
@NullMarked
package io.omniflow.sla.policy.rest;

import org.jspecify.annotations.NullMarked;
