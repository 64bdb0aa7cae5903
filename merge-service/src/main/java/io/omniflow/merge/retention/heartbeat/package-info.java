/** What happens without being asked: old days are archived, and erasures reach into archives. */
@NullMarked
package io.omniflow.merge.retention.heartbeat;

import org.jspecify.annotations.NullMarked;
