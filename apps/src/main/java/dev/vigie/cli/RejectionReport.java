package dev.vigie.cli;

import dev.vigie.diagnosis.sigma.RejectedRule;
import dev.vigie.diagnosis.sigma.RuleFinding;
import dev.vigie.diagnosis.sigma.SigmaProblem;
import dev.vigie.rendering.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells on standard error which rules are not used: how many for which reason, or each with its line. */
final class RejectionReport {
    private final Session session;
    private final List<RejectedRule> rejected;

    RejectionReport(Session session, List<RejectedRule> rejected) {
        this.session = session;
        this.rejected = rejected;
    }

    void tell(int used, boolean each) {
        session.tell("hunt.rules", used, rejected.size());
        if (each) {
            rejected.forEach(this::tell);
        } else {
            Map<SigmaProblem, Long> reasons = new EnumMap<>(SigmaProblem.class);
            rejected.stream().flatMap(rule -> rule.findings().stream().map(RuleFinding::code).distinct())
                    .forEach(code -> reasons.merge(code, 1L, Long::sum));
            reasons.forEach((code, count) -> session.tell("hunt.reason", count,
                    session.texts().get("hunt.reason." + code.key())));
        }
    }

    private void tell(RejectedRule rule) {
        for (RuleFinding finding : rule.findings()) {
            session.tell("hunt.rejected", rule.file(), finding.line(), rule.title(),
                    sentence(session.texts(), finding));
        }
    }

    /** What is wrong, in words. */
    static String sentence(Texts texts, RuleFinding finding) {
        return texts.get("problem." + finding.code().key(),
                Session.printable(finding.arguments()));
    }
}
