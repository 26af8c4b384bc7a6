package dev.vigie.rendering;

import dev.vigie.diagnosis.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit XML, for a build server: each machine a suite, each cause a test. Confirmed and likely causes fail,
 * possible and unassessable ones are skipped with their reason, the others pass.
 */
public final class ReportJUnit {
    private final XMLStreamWriter xml;
    private final ReportWords words;

    private ReportJUnit(XMLStreamWriter xml, ReportWords words) {
        this.xml = xml;
        this.words = words;
    }

    /** Writes the report; the stream stays open. */
    public static void write(Report report, ReportWords words, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out,
                    StandardCharsets.UTF_8.name());
            new ReportJUnit(xml, words).suites(report);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void suites(Report report) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("testsuites");
        attribute("name", "vigie diagnose");
        for (Report.Part part : report.parts()) {
            suite(report, part);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(Report report, Report.Part part) throws XMLStreamException {
        long failures = part.verdicts().stream().filter(ReportJUnit::fails).count();
        long skipped = part.unassessed().size() + part.verdicts().stream().filter(ReportJUnit::isUndecided).count();
        xml.writeStartElement("testsuite");
        attribute("name", words.machines(part));
        attribute("tests", Long.toString(part.verdicts().size() + part.ruledOut().size() + part.unassessed().size()));
        attribute("failures", Long.toString(failures));
        attribute("skipped", Long.toString(skipped));
        attribute("timestamp", report.now().toString());
        for (Report.Verdict verdict : part.verdicts()) {
            verdict(verdict);
        }
        for (Report.RuledOut ruledOut : part.ruledOut()) {
            test(ruledOut.topic(), ruledOut.cause());
            xml.writeEndElement();
        }
        for (Report.Unassessed unassessed : part.unassessed()) {
            test(unassessed.topic(), unassessed.cause());
            message("skipped", words.reasons(unassessed.topic(), unassessed.reasons()), "");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void verdict(Report.Verdict verdict) throws XMLStreamException {
        test(verdict.topic(), verdict.cause());
        String title = words.word(verdict.word()) + ": " + words.title(verdict.topic(), verdict.cause());
        if (fails(verdict)) {
            message("failure", title, words.knowledge().cause(verdict.topic(), verdict.cause(), "why").orElse(""));
        } else if (isUndecided(verdict)) {
            message("skipped", title, "");
        }
        xml.writeEndElement();
    }

    private static boolean fails(Report.Verdict verdict) {
        return switch (verdict.word()) {
            case CONFIRMED, LIKELY -> true;
            default -> false;
        };
    }

    private static boolean isUndecided(Report.Verdict verdict) {
        return switch (verdict.word()) {
            case POSSIBLE -> true;
            default -> false;
        };
    }

    private void test(String topic, String cause) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", topic);
        attribute("name", cause);
    }

    private void message(String element, String message, String body) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        xml.writeCharacters(XmlText.of(body));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value));
    }
}
