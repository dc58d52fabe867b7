package dev.dsctl.model.manifest;

import java.io.InputStream;
import java.util.List;

/**
 * Where manifests come from, as {@code kubectl apply} takes it.
 *
 * @param paths files, folders (their {@code .yaml}, {@code .yml} and {@code .json}), or {@code -} for standard input
 * @param walk how far into folders
 * @param namespace of objects that don't say theirs
 * @param stdin what {@code -} reads
 */
public record ManifestSources(List<String> paths, Walk walk, String namespace, InputStream stdin) {

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
}
