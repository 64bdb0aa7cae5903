/** Threads, what is told in them and in which words. Pure. */
@NullMarked
package io.omniflow.integration.thread.domain;

import org.jspecify.annotations.NullMarked;
