/** The AsyncAPI document against the records, the headers and the rules of AsyncAPI 3. No schema is made here. */
@NullMarked
package io.omniflow.contract.asyncapi;

import org.jspecify.annotations.NullMarked;
