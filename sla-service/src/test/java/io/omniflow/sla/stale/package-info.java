@NullMarked
package io.omniflow.sla.stale;

import org.jspecify.annotations.NullMarked;
