/** Tests: Links as rules. */
@NullMarked
package io.omniflow.integration.link.domain;

import org.jspecify.annotations.NullMarked;
