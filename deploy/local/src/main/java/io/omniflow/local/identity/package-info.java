/** The keys of this machine's suite and the tokens signed with them. Verifying is the services' part, not this one's. */
@NullMarked
package io.omniflow.local.identity;

import org.jspecify.annotations.NullMarked;
