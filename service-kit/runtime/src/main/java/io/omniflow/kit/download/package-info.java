/** Answers that are files: how they are sent, and rows of CSV. What stands in a file is for the service to say. */
@NullMarked
package io.omniflow.kit.download;

import org.jspecify.annotations.NullMarked;
