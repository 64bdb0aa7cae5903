@NullMarked
package io.omniflow.integration.jira;

import org.jspecify.annotations.NullMarked;
