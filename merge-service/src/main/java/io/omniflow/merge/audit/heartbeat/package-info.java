/**
 * What happens without being asked: the safety net under the sequencer, and the figures that show how far it is behind.
 * Nothing is appended here.
 */
@NullMarked
package io.omniflow.merge.audit.heartbeat;

import org.jspecify.annotations.NullMarked;
