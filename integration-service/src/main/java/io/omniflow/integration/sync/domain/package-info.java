/** What a synchronised issue is and how both sides agree. Pure: no calls, no clock. */
@NullMarked
package io.omniflow.integration.sync.domain;

import org.jspecify.annotations.NullMarked;
