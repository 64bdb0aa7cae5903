/** What can be told, and whom a note mentions. No agents are looked up here. */
@NullMarked
package io.omniflow.ticket.notification.domain;

import org.jspecify.annotations.NullMarked;
