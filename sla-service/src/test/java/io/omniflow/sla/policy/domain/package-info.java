/** What a policy may look like, without I/O. */
@NullMarked
package io.omniflow.sla.policy.domain;

import org.jspecify.annotations.NullMarked;
