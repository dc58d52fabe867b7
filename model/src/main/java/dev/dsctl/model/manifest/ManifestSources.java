package dev.dsctl.model.manifest;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where manifests come from, as {@code kubectl apply} takes it.
 *
 * @param paths files, folders (their {@code .yaml}, {@code .yml} and {@code .json}), or {@code -} for standard input; behind
 *     {@code NAMESPACE=} the objects that don't say their namespace are in that one
 * @param walk how far into folders
 * @param namespace of objects that don't say theirs
 * @param stdin what {@code -} reads
 */
public record ManifestSources(List<String> paths, Walk walk, String namespace, InputStream stdin) {

    private static final int LONGEST_NAMESPACE = 63;

    /** How far into folders the reader goes. */
    public enum Walk {
        /** The files of the folder itself. */
        FOLDER,
        /** The files of the folder and of all below it. */
        TREE
    }

    /** Files and folders, namespace {@code default}. */
    public static ManifestSources of(List<String> paths) {
        return new ManifestSources(List.copyOf(paths), Walk.FOLDER, "default", InputStream.nullInputStream());
    }

    /** The same with another default namespace. */
    public ManifestSources withNamespace(String other) {
        return new ManifestSources(paths, walk, other, stdin);
    }

    /** The same with another walk. */
    public ManifestSources withWalk(Walk other) {
        return new ManifestSources(paths, other, namespace, stdin);
    }

    /** The same with another standard input. */
    public ManifestSources withStdin(InputStream other) {
        return new ManifestSources(paths, walk, namespace, other);
    }

    /** Whether a path is standard input. */
    public static boolean isStdin(String path) {
        int namespace = namespaceLength(path);
        return path.substring(namespace == 0 ? 0 : namespace + 1).equals("-");
    }

    /** How many characters of a path are the namespace before {@code =}; none when a file has that very name. */
    static int namespaceLength(String path) {
        int equals = path.indexOf('=');
        if (equals <= 0 || equals > LONGEST_NAMESPACE || isFile(path)) {
            return 0;
        }
        for (int i = 0; i < equals; i++) {
            char c = path.charAt(i);
            boolean inner = c == '-' && i > 0 && i < equals - 1;
            if (!inner && !Character.isDigit(c) && !(c >= 'a' && c <= 'z')) {
                return 0;
            }
        }
        return equals;
    }

    private static boolean isFile(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }
}
