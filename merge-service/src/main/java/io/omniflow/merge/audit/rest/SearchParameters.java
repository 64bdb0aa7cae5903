package io.omniflow.merge.audit.rest;

import io.omniflow.kit.json.Scalars;
import io.omniflow.kit.json.Texts;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.audit.VerifyChain;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Search;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query parameters of the audit log, checked. Each method answers with a problem, 400 or 422, for what it cannot take. */
final class SearchParameters {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern CHECKPOINT = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");
    private static final int LONGEST_ACTOR = 300;
    private static final int LONGEST_CORRELATION = 300;

    private static final Set<String> OF_A_FILE =
            Set.of("ticketId", "actor", "kind", "from", "to", "mergeId", "service", "correlationId");

    private SearchParameters() {}

    static Search checked(Search search) {
        List<FieldError> errors = new ArrayList<>();
        if (!storable(search.actor(), LONGEST_ACTOR)) {
            errors.add(new FieldError("actor", "Must be an actor such as agent:4711"));
        }
        String kind = search.kind();
        if (kind != null && !KIND.matcher(kind).matches()) {
            errors.add(new FieldError("kind", "Must be a kind of event such as status_changed"));
        }
        String service = search.service();
        if (service != null && !SERVICE.matcher(service).matches()) {
            errors.add(new FieldError("service", "Must be a service such as ticket-service"));
        }
        if (!storable(search.correlationId(), LONGEST_CORRELATION)) {
            errors.add(new FieldError("correlationId", "Must be an id as entries have it"));
        }
        Instant from = search.from();
        Instant to = search.to();
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(new FieldError("to", "Must not be before from"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return search;
    }

    /** For a file, where a parameter nobody reads would be taken for a filter that narrows. */
    static Search whole(UriInfo asked, Search search) {
        asked.getQueryParameters().keySet().stream()
                .filter(name -> !OF_A_FILE.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problems.malformed(name, "There is no such parameter");
                });
        return checked(search);
    }

    private static boolean storable(@Nullable String text, int longest) {
        return text == null || (!text.isEmpty() && text.length() <= longest && Texts.storable(text));
    }

    static VerifyChain.Start start(@Nullable Long fromSequence, @Nullable Instant from) {
        if (from != null && fromSequence != null) {
            throw Problems.invalid("from", "Give either from or fromSequence");
        }
        if (from != null) {
            return new VerifyChain.Start.Time(from);
        }
        if (fromSequence != null && fromSequence < 1) {
            throw Problems.invalid("fromSequence", "Must be at least 1");
        }
        return new VerifyChain.Start.Entry(fromSequence == null ? 1 : fromSequence);
    }

    static String cursor(Search search, Entry last) {
        Search.Place place = Search.Place.of(last);
        return Cursors.encode(
                search.order().name(),
                Long.toString(place.sequence()),
                place.at().toString());
    }

    /** A cursor goes on only in the order it was made in. */
    static Search.@Nullable Place place(Search search, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 3);
        if (!parts.getFirst().equals(search.order().name())) {
            throw Cursors.refused();
        }
        return new Search.Place(Cursors.number(parts.get(1)), instant(parts.get(2)));
    }

    static @Nullable Checkpoint checkpoint(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher checkpoint = CHECKPOINT.matcher(text);
        if (!checkpoint.matches()) {
            throw Problems.malformed("checkpoint", "Must be a sequence and a hash such as 1000:9f86d0…");
        }
        return new Checkpoint(Long.parseLong(checkpoint.group(1)), new Hash(checkpoint.group(2)));
    }

    private static Instant instant(String part) {
        try {
            return Scalars.instant(part);
        } catch (IllegalArgumentException malformed) {
            RuntimeException problem = Cursors.refused();
            problem.initCause(malformed);
            throw problem;
        }
    }
}
