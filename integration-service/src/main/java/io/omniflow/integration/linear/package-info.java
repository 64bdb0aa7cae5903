/**
 * Linear's GraphQL API as facts of this suite: documents, answers, and the two ports it serves. Another vendor is written
 * beside it by analogy, not on top of it.
 */
@NullMarked
package io.omniflow.integration.linear;

import org.jspecify.annotations.NullMarked;
