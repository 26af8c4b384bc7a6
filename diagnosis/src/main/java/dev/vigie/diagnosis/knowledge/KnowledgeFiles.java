package dev.vigie.diagnosis.knowledge;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The compiled form: {@code knowledge.bin} and, for each language, {@code texts-LANGUAGE.bin}.
 *
 * <p>A file begins with a magic number and the version of its form; another version is refused, since compiler and
 * reader come from one build.
 */
public final class KnowledgeFiles {
    private static final int MAGIC = 0x56474B4E;
    private static final int VERSION = 1;
    private static final String KNOWLEDGE = "knowledge.bin";

    private KnowledgeFiles() {
    }

    private static final class Shipped {
        static final Knowledge KNOWLEDGE = load();

        private static Knowledge load() {
            return KnowledgeFiles.load(KnowledgeFiles.KNOWLEDGE, in -> new KnowledgeReader(in).knowledge());
        }
    }

    /** The knowledge compiled into this library. */
    public static Knowledge knowledge() {
        return Shipped.KNOWLEDGE;
    }

    /** The texts of a language compiled into this library, by key; read at each call. */
    public static Map<String, String> texts(String language) {
        return load("texts-" + language + ".bin", KnowledgeFiles::readTexts);
    }

    /** Writes the compiled form of knowledge without mistakes. */
    public static void write(KnowledgeSources sources, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DataOutputStream out = open(folder.resolve(KNOWLEDGE))) {
            new KnowledgeWriter(out).knowledge(sources.knowledge());
        }
        for (Map.Entry<String, ? extends Map<String, String>> language : sources.texts().entrySet()) {
            try (DataOutputStream out = open(folder.resolve("texts-" + language.getKey() + ".bin"))) {
                out.writeInt(language.getValue().size());
                for (Map.Entry<String, String> text : language.getValue().entrySet()) {
                    out.writeUTF(text.getKey());
                    out.writeUTF(text.getValue());
                }
            }
        }
    }

    /** Reads compiled knowledge from a folder. */
    public static Knowledge read(Path folder) throws IOException {
        try (DataInputStream in = header(Files.newInputStream(folder.resolve(KNOWLEDGE)))) {
            return new KnowledgeReader(in).knowledge();
        }
    }

    private interface Body<V> {
        V read(DataInputStream in) throws IOException;
    }

    private static <V> V load(String name, Body<V> body) {
        InputStream resource = KnowledgeFiles.class.getResourceAsStream(name);
        if (resource == null) {
            throw new KnowledgeException(name + " is not beside its class: the build did not compile the knowledge");
        }
        try (DataInputStream in = header(resource)) {
            return body.read(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new KnowledgeException(name + " is broken", e);
        }
    }

    private static DataOutputStream open(Path file) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        return out;
    }

    private static DataInputStream header(InputStream resource) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(resource));
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            in.close();
            throw new KnowledgeException("not compiled knowledge of version " + VERSION);
        }
        return in;
    }

    private static Map<String, String> readTexts(DataInputStream in) throws IOException {
        int count = in.readInt();
        Map<String, String> texts = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            texts.put(in.readUTF(), in.readUTF());
        }
        return Map.copyOf(texts);
    }
}
