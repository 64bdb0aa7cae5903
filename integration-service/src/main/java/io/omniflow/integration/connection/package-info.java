/**
 * A workspace's connections to other systems: adding, changing, testing, removing. What a system's API looks like is not
 * known here.
 */
@NullMarked
package io.omniflow.integration.connection;

import org.jspecify.annotations.NullMarked;
