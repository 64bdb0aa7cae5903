package io.omniflow.kit.http;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The id that ties together what one request sets off, through logs, events and the audit log. The caller may give it in
 * {@value #HEADER}; otherwise a new one is made.
 */
@ApplicationScoped
public class Correlations {
    public static final String HEADER = "X-Correlation-Id";

    static final String LOG_FIELD = "correlationId";
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** The id of the request at hand; a new one outside any request. */
    public String current() {
        Object known = MDC.get(LOG_FIELD);
        return known == null ? begin(null) : known.toString();
    }

    /** The origin of events that a request sets off. */
    public Origin originOf(Caller caller) {
        return new Origin(caller.actor(), current(), null, null, SourceAddress.current());
    }

    /** An id that could forge log lines or overflow a column is replaced, not refused. */
    String begin(@Nullable String given) {
        String id = given != null && USABLE.matcher(given).matches()
                ? given
                : Ids.next().toString();
        MDC.put(LOG_FIELD, id);
        return id;
    }
}
