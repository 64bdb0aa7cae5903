/** When watches are judged: with each watermark that has passed one, and by a heartbeat. Not what is judged. */
@NullMarked
package io.omniflow.sla.stale.timer;

import org.jspecify.annotations.NullMarked;
