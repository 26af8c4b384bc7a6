package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.YamlValue.Mapping;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rules read from files, and those that cannot be used. Immutable.
 *
 * @param rules the rules in the order of their files
 * @param rejected the documents that are not used, with every reason
 */
public record RuleSet(List<SigmaRule> rules, List<RejectedRule> rejected) {
    /** Copies the lists. */
    public RuleSet {
        rules = List.copyOf(rules);
        rejected = List.copyOf(rejected);
    }

    /**
     * Reads the rules of files and folders; a file that is no rule is among the rejected ones.
     *
     * @throws NoSuchFileException when a path does not exist
     * @throws IOException when a folder cannot be listed
     */
    public static RuleSet load(List<Path> paths, Placeholders placeholders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(RuleFiles.under(path));
        }
        // Parsing is most of a cold start, and files do not depend on each other.
        List<RuleSet> parts = files.parallelStream().map(file -> read(file, placeholders)).toList();
        return new RuleSet(parts.stream().flatMap(part -> part.rules.stream()).toList(),
                parts.stream().flatMap(part -> part.rejected.stream()).toList());
    }

    private static RuleSet read(Path file, Placeholders placeholders) {
        try {
            return parse(file, RuleFiles.content(file), placeholders);
        } catch (IOException e) {
            RuleFinding finding = new RuleFinding(SigmaProblem.UNREADABLE, 1, List.of(String.valueOf(e.getMessage())));
            return new RuleSet(List.of(), List.of(new RejectedRule(file, 1, "", List.of(finding))));
        }
    }

    /** Reads the rules of a text; total: whatever it holds, it is a rule or rejected with a reason. */
    public static RuleSet parse(Path file, String content, Placeholders placeholders) {
        List<SigmaRule> rules = new ArrayList<>();
        List<RejectedRule> rejected = new ArrayList<>();
        try {
            List<Mapping> documents = RuleCollection.rules(YamlReader.read(content));
            if (documents.isEmpty()) {
                throw new RuleFault(SigmaProblem.NO_RULE, 1);
            }
            for (Mapping document : documents) {
                RuleReader reader = new RuleReader(file, placeholders, document);
                Optional<SigmaRule> rule = reader.read();
                rule.ifPresentOrElse(rules::add, () -> rejected
                        .add(new RejectedRule(file, document.line(), reader.title(), reader.findings())));
            }
        } catch (RuleFault fault) {
            rejected.add(new RejectedRule(file, fault.finding().line(), "", List.of(fault.finding())));
        }
        return new RuleSet(rules, rejected);
    }

    /** Only the rules that are wanted; what was rejected stays. */
    public RuleSet only(Predicate<SigmaRule> wanted) {
        return new RuleSet(rules.stream().filter(wanted).toList(), rejected);
    }
}
