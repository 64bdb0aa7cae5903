/** A consumer as someone outside would write it: nothing here but Java and kafka-clients, nothing of the suite. */
@NullMarked
package io.omniflow.contract.outside;

import org.jspecify.annotations.NullMarked;
