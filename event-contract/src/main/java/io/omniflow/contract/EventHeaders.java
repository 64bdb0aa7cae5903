package io.omniflow.contract;

/** Kafka header names of the CloudEvents 1.0 binary mode, with the suite's extensions. Values are UTF-8 text. */
public final class EventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    /** When it happened, RFC 3339 in UTC with milliseconds; the record's own timestamp is when it was published. */
    public static final String TIME = "ce_time";

    public static final String CONTENT_TYPE = "content-type";
    public static final String WORKSPACE = "ce_workspaceid";
    /** On ticket facts the ticket's version, gapless per ticket; on SLA facts the SLA's own gapless count per ticket. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String CORRELATION = "ce_correlationid";
    public static final String CAUSATION = "ce_causationid";
    /** {@code kind:id}, kind one of agent, automation, customer, vendor, import, system. */
    public static final String ACTOR = "ce_actor";
    /** The network address the request came from that set it off; absent where none did. */
    public static final String SOURCE_ADDRESS = "ce_sourceaddress";
    /** Shared by the facts of one request. */
    public static final String CHANGE = "ce_changeid";
    /** {@code false} on every fact of a change but its last; absent means {@code true}. */
    public static final String CHANGE_LAST = "ce_changelast";
    /** {@code true} on facts of imported history: they tell of the past and alert nobody. */
    public static final String BACKFILL = "ce_backfill";

    public static final String TRACE_PARENT = "traceparent";

    private EventHeaders() {}
}
