/**
 * What happens without being asked: commands that nobody answered are sent again, and who waits is let go
 * before a stop.
 */
@NullMarked
package io.omniflow.merge.merging.heartbeat;

import org.jspecify.annotations.NullMarked;
