/** The setting and the archives over HTTP. */
@NullMarked
package io.omniflow.merge.retention.rest;

import org.jspecify.annotations.NullMarked;
