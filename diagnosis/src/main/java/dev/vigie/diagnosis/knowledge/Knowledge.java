package dev.vigie.diagnosis.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything Vigie knows of causes, without the texts. Immutable.
 *
 * @param topics the topics by id, in order
 * @param vocabulary the events that may be used
 * @param claims what users read in articles, by id
 */
public record Knowledge(Map<String, Topic> topics, Vocabulary vocabulary, Map<String, Claim> claims) {
    /** Copies the maps. */
    public Knowledge {
        topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    /** The topics of some areas, in order. */
    public List<Topic> topics(Collection<Area> areas) {
        return topics.values().stream().filter(topic -> areas.contains(topic.area())).toList();
    }

    /** The cause of an id or alias, compared without case. */
    public Optional<Cause> cause(String idOrAlias) {
        String wanted = idOrAlias.toLowerCase(Locale.ROOT);
        for (Topic topic : topics.values()) {
            for (Cause cause : topic.causes().values()) {
                if (cause.id().equals(wanted) || cause.aliases().stream().anyMatch(wanted::equalsIgnoreCase)) {
                    return Optional.of(cause);
                }
            }
        }
        return Optional.empty();
    }

    /** The topic that holds a cause. */
    public Optional<Topic> topicOf(Cause cause) {
        return topics.values().stream().filter(topic -> topic.causes().containsKey(cause.id())).findFirst();
    }
}
