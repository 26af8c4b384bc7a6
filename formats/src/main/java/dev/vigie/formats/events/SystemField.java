package dev.vigie.formats.events;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A field of the {@code System} element that every event has (MS-EVEN6 2.2.13; the event schema's SystemPropertiesType). */
public enum SystemField {
    /** Which provider wrote the event. */
    PROVIDER_NAME("Provider", "Name"),
    /** The GUID of the provider. */
    PROVIDER_GUID("Provider", "Guid"),
    /** The classic source name of the provider. */
    EVENT_SOURCE_NAME("Provider", "EventSourceName"),
    /** The event id, 16 bits. */
    EVENT_ID("EventID", null),
    /** The high 16 bits of a classic message id. */
    QUALIFIERS("EventID", "Qualifiers"),
    /** The version of the event's layout. */
    VERSION("Version", null),
    /** 1 critical, 2 error, 3 warning, 4 information, 5 verbose; 0 log always. */
    LEVEL("Level", null),
    /** The task or category. */
    TASK("Task", null),
    /** The operation code. */
    OPCODE("Opcode", null),
    /** 64 bits of keywords. */
    KEYWORDS("Keywords", null),
    /** When it was written. */
    TIME_CREATED("TimeCreated", "SystemTime"),
    /** The number of the record in its log. */
    EVENT_RECORD_ID("EventRecordID", null),
    /** The activity the event belongs to. */
    ACTIVITY_ID("Correlation", "ActivityID"),
    /** An activity related to it. */
    RELATED_ACTIVITY_ID("Correlation", "RelatedActivityID"),
    /** The process that wrote it. */
    PROCESS_ID("Execution", "ProcessID"),
    /** The thread that wrote it. */
    THREAD_ID("Execution", "ThreadID"),
    /** The processor it ran on. */
    PROCESSOR_ID("Execution", "ProcessorID"),
    /** The terminal session. */
    SESSION_ID("Execution", "SessionID"),
    /** Kernel time in clock ticks. */
    KERNEL_TIME("Execution", "KernelTime"),
    /** User time in clock ticks. */
    USER_TIME("Execution", "UserTime"),
    /** Processor time in clock ticks. */
    PROCESSOR_TIME("Execution", "ProcessorTime"),
    /** The channel (log) it was written to. */
    CHANNEL("Channel", null),
    /** The machine that wrote it. */
    COMPUTER("Computer", null),
    /** The SID of the user. */
    USER_ID("Security", "UserID");

    private final String element;
    private final @Nullable String attribute;

    SystemField(String element, @Nullable String attribute) {
        this.element = element;
        this.attribute = attribute;
    }

    /** The element below {@code System}. */
    public String element() {
        return element;
    }

    /** The attribute of that element, or null when the field is the element's own value. */
    public @Nullable String attribute() {
        return attribute;
    }

    /** The field of an element and attribute below {@code System}, or null. */
    public static @Nullable SystemField of(String element, @Nullable String attribute) {
        for (SystemField field : values()) {
            if (field.element.equals(element) && Objects.equals(field.attribute, attribute)) {
                return field;
            }
        }
        return null;
    }
}
