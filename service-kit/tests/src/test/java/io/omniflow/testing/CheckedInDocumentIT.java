package io.omniflow.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.testing.api.CheckedInDocument;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The sample has no document checked in. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CheckedInDocumentIT {
    @Test
    void a_document_that_is_not_checked_in_is_missed_and_the_way_to_write_it_told() {
        AssertionError missed = assertThrows(AssertionError.class, CheckedInDocument::mustBeServed);
        assertTrue(String.valueOf(missed.getMessage()).contains("-pl tests -am verify -Dopenapi.write=true"));
    }

    @Test
    void a_service_without_a_release_does_not_pass_on_nothing() {
        assertThrows(AssertionError.class, CheckedInDocument::mustBreakNoClient);
    }
}
