/** Tests: threads and what is told in them. */
@NullMarked
package io.omniflow.integration.thread.domain;

import org.jspecify.annotations.NullMarked;
