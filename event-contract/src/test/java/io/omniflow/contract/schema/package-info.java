/** Records against their schemas and golden examples, both as files; what is checked in is what is published. */
@NullMarked
package io.omniflow.contract.schema;

import org.jspecify.annotations.NullMarked;
