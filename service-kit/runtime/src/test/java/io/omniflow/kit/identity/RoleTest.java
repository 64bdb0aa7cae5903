package io.omniflow.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void a_role_implies_the_lower_ones() {
        assertEquals(Set.of("viewer"), Role.VIEWER.implied());
        assertEquals(Set.of("viewer", "agent", "lead"), Role.LEAD.implied());
        assertEquals(Set.of("viewer", "agent", "lead", "admin"), Role.ADMIN.implied());
    }

    @Test
    void of_several_groups_the_highest_role_counts() {
        assertEquals(Optional.of(Role.LEAD), Role.highestOf(List.of("lead", "viewer", "night shift")));
        assertEquals(Optional.empty(), Role.highestOf(List.of("Admin", "night shift")));
    }
}
