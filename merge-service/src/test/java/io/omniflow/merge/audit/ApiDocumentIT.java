package io.omniflow.merge.audit;

import io.omniflow.testing.Backing;
import io.omniflow.testing.api.CheckedInDocument;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The service's OpenAPI document, as it is and as clients know it. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ApiDocumentIT {
    @Test
    void the_document_checked_in_is_the_one_served() {
        CheckedInDocument.mustBeServed();
    }

    @Test
    void no_client_of_a_released_document_breaks() {
        CheckedInDocument.mustBreakNoClient();
    }
}
