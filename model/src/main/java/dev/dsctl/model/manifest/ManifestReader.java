package dev.dsctl.model.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads manifests: YAML and JSON, several documents in a file, lists, folders, standard input. Nothing is thrown for bad input; every
 * problem is a diagnostic of the result, and what follows a bad document is still read.
 */
public final class ManifestReader {

    private final Problems problems = new Problems();
    private final Strings strings = new Strings();
    private final ManifestCollector collector;

    private ManifestReader() {
        this.collector = new ManifestCollector(problems);
    }

    /** Everything in the sources. */
    public static Manifests read(ManifestSources sources) {
        ManifestReader reader = new ManifestReader();
        List<SourceFiles.SourceFile> files = SourceFiles.of(sources, reader.problems);
        for (SourceFiles.SourceFile file : files) {
            try {
                reader.read(file.name(), file.namespace(), file.read(sources.stdin()));
            } catch (IOException e) {
                reader.problems.error(new SourceRef(file.name(), 0), SourceFiles.reason(e));
            }
        }
        return reader.collector.manifests(
                files.stream().map(SourceFiles.SourceFile::name).toList());
    }

    /** Everything in the texts; objects that don't say their namespace are in {@code default}. */
    public static Manifests readTexts(List<ManifestText> texts) {
        ManifestReader reader = new ManifestReader();
        for (ManifestText text : texts) {
            reader.read(text.name(), "default", text.utf8());
        }
        return reader.collector.manifests(
                texts.stream().map(ManifestText::name).distinct().toList());
    }

    /** One YAML or JSON file that is no Kubernetes object, such as a MeshConfig; an empty mapping when it has errors. */
    public static Node.Mapping readMapping(String path, Problems problems) {
        ManifestSources sources = ManifestSources.of(List.of(path));
        ManifestReader reader = new ManifestReader();
        List<Node> roots = new ArrayList<>();
        for (SourceFiles.SourceFile file : SourceFiles.of(sources, reader.problems)) {
            try {
                reader.documents(file.name(), file.read(sources.stdin()), roots);
            } catch (IOException e) {
                reader.problems.error(new SourceRef(path, 0), SourceFiles.reason(e));
            }
        }
        return reader.single(path, roots, problems);
    }

    /**
     * YAML text inside a field of another file, such as an entry of a ConfigMap; an empty mapping when it has errors. Text of several lines
     * is taken for a block scalar, which begins on the line after its key.
     *
     * @param at the field
     */
    public static Node.Mapping parseMapping(SourceRef at, String text, Problems problems) {
        ManifestReader reader = new ManifestReader();
        List<Node> roots = new ArrayList<>();
        int line = text.stripTrailing().indexOf('\n') < 0 ? at.line() : at.line() + 1;
        YamlReader yaml = new YamlReader(at.file(), reader.strings, reader.problems);
        yaml.read(text.getBytes(StandardCharsets.UTF_8), line, kept(roots));
        return reader.single(at.file(), roots, problems);
    }

    private Node.Mapping single(String file, List<Node> roots, Problems into) {
        if (roots.size() > 1) {
            problems.error(new SourceRef(file, roots.get(1).line()), "expected one document");
        } else if (!roots.isEmpty() && !(roots.get(0) instanceof Node.Mapping)) {
            problems.error(
                    new SourceRef(file, roots.get(0).line()),
                    "expected a mapping, found a " + roots.get(0).type());
        }
        into.addAll(problems.all());
        return roots.size() == 1 && roots.get(0) instanceof Node.Mapping root
                ? root
                : new Node.Mapping(1, FieldMap.EMPTY);
    }

    private void read(String file, String namespace, byte[] bytes) {
        List<Node> roots = new ArrayList<>();
        documents(file, bytes, roots);
        for (Node root : roots) {
            collector.add(file, namespace, root);
        }
    }

    private void documents(String file, byte[] bytes, List<Node> roots) {
        if (bytes.length > Limits.BYTES) {
            problems.error(new SourceRef(file, 0), Limits.tooLarge());
        } else if (binaryLine(bytes) > 0) {
            problems.error(new SourceRef(file, binaryLine(bytes)), "binary data, neither YAML nor JSON");
        } else if (!readAsJson(file, bytes, roots)) {
            new YamlReader(file, strings, problems).read(bytes, 1, kept(roots));
        }
    }

    /** Leaves out documents with nothing in them. */
    private static Consumer<Node> kept(List<Node> roots) {
        return root -> {
            if (!(root instanceof Node.Scalar scalar && scalar.value() == null)) {
                roots.add(root);
            }
        };
    }

    /** JSON is YAML, but faster as JSON; what only looks like it is left to the YAML reader, unless the name says it is JSON. */
    private boolean readAsJson(String file, byte[] bytes, List<Node> roots) {
        boolean named = file.endsWith(".json");
        if (!named && !JsonReader.looksLikeJson(bytes)) {
            return false;
        }
        Problems found = new Problems();
        try {
            new JsonReader(file, strings, found).read(bytes, kept(roots));
        } catch (InputFault e) {
            if (!named) {
                roots.clear();
                return false;
            }
            found.error(new SourceRef(file, e.line()), e.getMessage());
        }
        problems.addAll(found.all());
        return true;
    }

    /** The line of the first zero byte, 0 when there is none. */
    private static int binaryLine(byte[] bytes) {
        int line = 1;
        for (byte b : bytes) {
            if (b == 0) {
                return line;
            }
            line += b == '\n' ? 1 : 0;
        }
        return 0;
    }
}
