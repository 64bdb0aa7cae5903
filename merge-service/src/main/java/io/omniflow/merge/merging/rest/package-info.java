/** Merges over HTTP, and their undo, also from an entry of the audit log. Nothing is decided here. */
@NullMarked
package io.omniflow.merge.merging.rest;

import org.jspecify.annotations.NullMarked;
