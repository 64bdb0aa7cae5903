/** Tests of how both sides agree. */
@NullMarked
package io.omniflow.integration.sync.domain;

import org.jspecify.annotations.NullMarked;
