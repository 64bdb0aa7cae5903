package io.omniflow.integration.connection.rest;

import io.omniflow.integration.connection.domain.AddressRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What connections may be made. */
@ConfigMapping(prefix = "omniflow.integrations")
interface ConnectionConfig {
    /** For tests and laptops: base URLs may be http. */
    @WithDefault("false")
    boolean allowHttp();

    default AddressRule addresses() {
        return allowHttp() ? AddressRule.HTTP_TOO : AddressRule.HTTPS_ONLY;
    }
}
