@NullMarked
package io.omniflow.sla.stale.domain;

import org.jspecify.annotations.NullMarked;
