package dev.vigie.formats.events.evtx;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * How an event log is read.
 *
 * @param checksums whether checksums are verified; a wrong one is reported and the records are read all the same.
 *        Logs that say they have none are never checked
 * @param ansiCharset the charset of ANSI strings, which the file does not state: the code page of the machine that
 *        wrote it
 * @param templates where compiled templates are kept; give the same to many files that are read in one go
 */
public record EvtxReadOptions(boolean checksums, Charset ansiCharset, TemplateCache templates) {
    /** Checks the components. */
    public EvtxReadOptions {
        Objects.requireNonNull(ansiCharset, "ansiCharset");
        Objects.requireNonNull(templates, "templates");
    }

    /** Checksums verified, ANSI strings in windows-1252, templates of this file alone. */
    public static EvtxReadOptions defaults() {
        return new EvtxReadOptions(true, Charset.forName("windows-1252"), new TemplateCache());
    }

    /** The same with or without verified checksums. */
    public EvtxReadOptions withChecksums(boolean verified) {
        return new EvtxReadOptions(verified, ansiCharset, templates);
    }

    /** The same with another charset for ANSI strings. */
    public EvtxReadOptions withAnsiCharset(Charset charset) {
        return new EvtxReadOptions(checksums, charset, templates);
    }

    /** The same with shared templates. */
    public EvtxReadOptions withTemplates(TemplateCache shared) {
        return new EvtxReadOptions(checksums, ansiCharset, shared);
    }
}
