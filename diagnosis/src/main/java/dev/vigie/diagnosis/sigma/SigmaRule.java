package dev.vigie.diagnosis.sigma;

import java.nio.file.Path;
import java.util.List;

/**
 * A rule that can be used. Immutable.
 *
 * @param id its id, normally a UUID; may be empty
 * @param title its title
 * @param status {@code stable}, {@code test}, {@code experimental}, {@code deprecated}, {@code unsupported} or empty
 * @param level how much a hit matters
 * @param logSource which logs it is about
 * @param tags such as {@code attack.t1059}
 * @param file its file
 * @param line where its document starts, from 1
 * @param detection what an event must be like
 */
public record SigmaRule(String id, String title, String status, Level level, LogSource logSource, List<String> tags,
        Path file, int line, SigmaDetection detection) {
    /** Copies the tags. */
    public SigmaRule {
        tags = List.copyOf(tags);
    }
}
