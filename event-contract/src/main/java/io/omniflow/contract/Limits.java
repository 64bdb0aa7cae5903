package io.omniflow.contract;

/**
 * How large the parts of an event may be, so that the whole stays under {@link #EVENT_BYTES}. The heaviest events carry
 * three texts (before, after and the description of the state).
 */
public final class Limits {
    public static final int TITLE_CHARACTERS = 300;
    /** Of a description, a note or a message, by {@link ContractJson#size(String)}; schemas can only say characters. */
    public static final int TEXT_BYTES = 64 * 1024;

    /** Of a person's name, an address or a number. */
    public static final int NAME_CHARACTERS = 320;

    public static final int TAGS = 50;
    public static final int TAG_CHARACTERS = 64;
    /** Ids in one event about a contact. */
    public static final int CONVERSATIONS_TOLD = 5000;
    /** Of one event's data; headers come on top and stay under 2 kB. */
    public static final int EVENT_BYTES = 256 * 1024;

    private Limits() {}
}
