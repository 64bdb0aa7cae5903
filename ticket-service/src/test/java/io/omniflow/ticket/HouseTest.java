package io.omniflow.ticket;

import io.omniflow.testing.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseTest {
    @Test
    void the_rules_of_the_house_hold() {
        HouseRules.check("io.omniflow.ticket", "OpenApiResource.read", "TryItResource.page", "TryItResource.part");
    }
}
