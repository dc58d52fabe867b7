package dev.dsctl.model.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Turns what stands on the command line into the files to read; a file that is named twice is read once for each
 * namespace. */
final class SourceFiles {

    static final String STDIN = "<stdin>";

    private final ManifestSources sources;
    private final Problems problems;
    private final List<SourceFile> files = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean stdinTaken;

    /** A file to read: its name in messages, the path, null for standard input, and the namespace of what doesn't say its own. */
    record SourceFile(String name, Path path, String namespace) {

        /** The content. */
        byte[] read(InputStream stdin) throws IOException {
            if (path == null) {
                return stdin.readNBytes(Limits.BYTES + 1);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(Limits.BYTES + 1);
            }
        }
    }

    private SourceFiles(ManifestSources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    static List<SourceFile> of(ManifestSources sources, Problems problems) {
        SourceFiles found = new SourceFiles(sources, problems);
        for (String given : sources.paths()) {
            int namespace = ManifestSources.namespaceLength(given);
            if (namespace == 0) {
                found.add(given, sources.namespace());
            } else {
                found.add(given.substring(namespace + 1), given.substring(0, namespace));
            }
        }
        return found.files;
    }

    private void add(String name, String namespace) {
        if (name.equals("-")) {
            addStdin(namespace);
            return;
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                addFolder(name, path, namespace);
            } else {
                addFile(name, path, namespace);
            }
        } catch (InvalidPathException e) {
            problems.error(new SourceRef(name, 0), "not a path: " + e.getReason());
        } catch (IOException e) {
            problems.error(new SourceRef(name, 0), reason(e));
        }
    }

    private void addStdin(String namespace) {
        if (stdinTaken) {
            problems.error(new SourceRef(STDIN, 0), "standard input can be read once, but - was given twice");
            return;
        }
        stdinTaken = true;
        files.add(new SourceFile(STDIN, null, namespace));
    }

    private void addFolder(String name, Path folder, String namespace) throws IOException {
        List<Path> paths;
        try (Stream<Path> found =
                Files.walk(folder, sources.walk() == ManifestSources.Walk.TREE ? Integer.MAX_VALUE : 1)) {
            paths = found.filter(SourceFiles::isManifest).toList();
        }
        List<SourceFile> inside = new ArrayList<>();
        String prefix = name.endsWith("/") ? name : name + "/";
        for (Path path : paths) {
            inside.add(
                    new SourceFile(prefix + folder.relativize(path).toString().replace('\\', '/'), path, namespace));
        }
        if (inside.isEmpty()) {
            String hint = sources.walk() == ManifestSources.Walk.TREE ? "" : " (-R looks into the folders below)";
            problems.error(new SourceRef(name, 0), "no .yaml, .yml or .json file in this folder" + hint);
        }
        inside.sort((a, b) -> a.name().compareTo(b.name()));
        for (SourceFile file : inside) {
            addFile(file.name(), file.path(), namespace);
        }
    }

    private static boolean isManifest(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) && Files.isRegularFile(path);
    }

    private void addFile(String name, Path path, String namespace) throws IOException {
        if (seen.add(namespace + "=" + path.toRealPath())) {
            files.add(new SourceFile(name, path, namespace));
        }
    }

    /** What went wrong, without the path, which stands before it already. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "can't be read: permission denied";
        }
        boolean reason = e instanceof FileSystemException file && file.getReason() != null;
        return "can't be read: " + (reason ? ((FileSystemException) e).getReason() : e.getMessage());
    }
}
