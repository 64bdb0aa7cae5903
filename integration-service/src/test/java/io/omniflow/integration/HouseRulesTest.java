package io.omniflow.integration;

import io.omniflow.testing.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_rules_of_the_house_are_kept() {
        HouseRules.check("io.omniflow.integration", "WebhookResource.receive");
    }
}
