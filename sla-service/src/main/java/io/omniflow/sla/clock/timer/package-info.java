/** When deadlines are judged: a timer set to the next one, and a heartbeat in case it was missed. Not what is judged. */
@NullMarked
package io.omniflow.sla.clock.timer;

import org.jspecify.annotations.NullMarked;
