/**
 * What a workspace's webhook endpoint is, and how a delivery to it goes on after each answer. Time and chance are parameters.
 */
@NullMarked
package io.omniflow.integration.hook.domain;

import org.jspecify.annotations.NullMarked;
