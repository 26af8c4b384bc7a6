package dev.vigie.diagnosis.knowledge;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The tool that checks a folder of knowledge and compiles it; run by the build, and by those who write knowledge. */
public final class KnowledgeCompiler {
    private static final int OK = 0;
    private static final int MISTAKES = 1;
    private static final int USAGE = 2;

    private KnowledgeCompiler() {
    }

    /**
     * Checks a folder and, when it has no mistake, compiles it.
     *
     * @param arguments the folder and, unless it is only checked, where the compiled files go
     */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            out.println("usage: KnowledgeCompiler FOLDER [TARGET-FOLDER]");
            return USAGE;
        }
        KnowledgeSources sources = KnowledgeSources.read(Path.of(arguments[0]));
        sources.errors().forEach(out::println);
        if (!sources.errors().isEmpty()) {
            out.println(sources.errors().size() + " mistakes");
            return MISTAKES;
        }
        if (arguments.length == 2) {
            KnowledgeFiles.write(sources, Path.of(arguments[1]));
        }
        Knowledge knowledge = sources.knowledge();
        long causes = knowledge.topics().values().stream().mapToLong(topic -> topic.causes().size()).sum();
        out.println(knowledge.topics().size() + " topics, " + causes + " causes, "
                + knowledge.vocabulary().entries().size() + " events, " + knowledge.claims().size() + " claims");
        return OK;
    }
}
