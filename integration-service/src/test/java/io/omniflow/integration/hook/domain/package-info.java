@NullMarked
package io.omniflow.integration.hook.domain;

import org.jspecify.annotations.NullMarked;
