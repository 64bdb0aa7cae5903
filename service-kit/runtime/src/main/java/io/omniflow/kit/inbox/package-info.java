/**
 * The inbox: each event has its effect once, because its id is inserted first and in the transaction of the effect.
 * What an event does is the handler's; nothing here knows.
 */
@NullMarked
package io.omniflow.kit.inbox;

import org.jspecify.annotations.NullMarked;
