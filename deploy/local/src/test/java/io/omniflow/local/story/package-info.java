/**
 * What users of the whole suite see, told as stories through its public API. Expectations are worked out here from the
 * input alone, with none of the suite's code.
 */
@NullMarked
package io.omniflow.local.story;

import org.jspecify.annotations.NullMarked;
