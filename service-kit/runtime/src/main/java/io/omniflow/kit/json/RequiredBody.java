package io.omniflow.kit.json;

import io.omniflow.kit.problem.Problems;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A resource that takes a body is never called without one: an empty body and a JSON {@code null} are refused. */
@Provider
public class RequiredBody implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw Problems.malformed("", "A body is required");
        }
        return body;
    }
}
