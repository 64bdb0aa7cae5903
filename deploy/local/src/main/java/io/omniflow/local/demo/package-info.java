/** A small made-up data set, added through the public API like anybody's import. No access to any database. */
@NullMarked
package io.omniflow.local.demo;

import org.jspecify.annotations.NullMarked;
