package dev.vigie.diagnosis.sigma;

import static java.util.Map.entry;

import dev.vigie.formats.events.SystemField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules call the fields of the System element: element, or element and attribute with an underscore between. */
final class SystemNames {
    private static final Map<String, SystemField> FIELDS = Map.ofEntries(entry("EventID", SystemField.EVENT_ID),
            entry("EventID_Qualifiers", SystemField.QUALIFIERS), entry("Channel", SystemField.CHANNEL),
            entry("Provider_Name", SystemField.PROVIDER_NAME), entry("Provider_Guid", SystemField.PROVIDER_GUID),
            entry("Provider_EventSourceName", SystemField.EVENT_SOURCE_NAME), entry("Computer", SystemField.COMPUTER),
            entry("Level", SystemField.LEVEL), entry("Task", SystemField.TASK), entry("Opcode", SystemField.OPCODE),
            entry("Version", SystemField.VERSION), entry("Keywords", SystemField.KEYWORDS),
            entry("EventRecordID", SystemField.EVENT_RECORD_ID),
            entry("TimeCreated_SystemTime", SystemField.TIME_CREATED),
            entry("Correlation_ActivityID", SystemField.ACTIVITY_ID),
            entry("Correlation_RelatedActivityID", SystemField.RELATED_ACTIVITY_ID),
            entry("Execution_ProcessID", SystemField.PROCESS_ID), entry("Execution_ThreadID", SystemField.THREAD_ID),
            entry("Security_UserID", SystemField.USER_ID));
    /** Names that some events have in their payload; where they have not, the System field is meant. */
    private static final Map<String, SystemField> FALLBACKS = Map.of("ComputerName", SystemField.COMPUTER, "UserID",
            SystemField.USER_ID, "Source", SystemField.PROVIDER_NAME);

    private SystemNames() {
    }

    /** The System field of a name, or null. */
    static @Nullable SystemField of(String name) {
        return FIELDS.get(name);
    }

    /** The System field a name means in an event without a value of that name, or null. */
    static @Nullable SystemField fallback(String name) {
        return FALLBACKS.get(name);
    }
}
