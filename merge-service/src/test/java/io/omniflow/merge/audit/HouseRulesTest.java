package io.omniflow.merge.audit;

import io.omniflow.testing.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_service_keeps_the_rules_of_the_house() {
        HouseRules.check("io.omniflow.merge");
    }
}
