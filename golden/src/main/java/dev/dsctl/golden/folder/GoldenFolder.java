package dev.dsctl.golden.folder;

import dev.dsctl.golden.diff.ProxyConfig;
import dev.dsctl.golden.diff.Resource;
import dev.dsctl.golden.diff.Side;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Golden files: {@code NAMESPACE/POD/KIND.json} below a folder, with or without a manifest.
 *
 * @param root the folder, as the user named it
 * @param manifest what it was recorded with, if it says so
 * @param folders the folders of the proxies, by {@code pod.namespace}
 */
public record GoldenFolder(Path root, Optional<GoldenManifest> manifest, SortedMap<String, Path> folders)
        implements Side {

    /**
     * Finds the golden files in a folder.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when it doesn't exist or holds anything else
     */
    public static GoldenFolder read(Path root) throws IOException {
        FolderSwap.recover(root);
        Problems problems = new Problems();
        if (!Files.isDirectory(root)) {
            problems.error(
                    new SourceRef(root.toString(), 0),
                    "no such folder of golden files; dsctl golden record writes one");
            problems.throwIfErrors();
        }
        GoldenFolder folder = of(root, problems);
        if (folder.folders.isEmpty()) {
            problems.error(
                    new SourceRef(root.toString(), 0), "no golden files (NAMESPACE/POD/KIND.json) in this folder");
        }
        problems.throwIfErrors();
        return folder;
    }

    /** What is in an existing folder; anything that isn't a golden file goes to {@code problems}. */
    static GoldenFolder of(Path root, Problems problems) throws IOException {
        boolean recorded = Files.exists(root.resolve(GoldenManifest.FILE));
        Optional<GoldenManifest> manifest =
                recorded ? Optional.of(GoldenManifest.read(root, problems)) : Optional.empty();
        SortedMap<String, Path> folders = new TreeMap<>();
        for (Path namespace : entries(root)) {
            if (!Files.isDirectory(namespace)) {
                if (!recorded) {
                    foreign(namespace, problems);
                }
                continue;
            }
            for (Path pod : entries(namespace)) {
                checkFiles(pod, problems);
                folders.put(pod.getFileName() + "." + namespace.getFileName(), pod);
            }
        }
        return new GoldenFolder(root, manifest, folders);
    }

    private static void checkFiles(Path pod, Problems problems) throws IOException {
        if (!Files.isDirectory(pod)) {
            foreign(pod, problems);
            return;
        }
        for (Path file : entries(pod)) {
            if (Stream.of(ResourceKind.values()).noneMatch(kind -> file.endsWith(kind.fileName()))) {
                foreign(file, problems);
            }
        }
    }

    private static void foreign(Path file, Problems problems) {
        problems.error(new SourceRef(file.toString(), 0), "not a golden file, so the folder isn't one of golden files");
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** Files of the user's at the top of the folder, such as a README. */
    List<Path> companions() throws IOException {
        return entries(root).stream()
                .filter(file -> !Files.isDirectory(file) && !file.endsWith(GoldenManifest.FILE))
                .toList();
    }

    /**
     * {@inheritDoc} A kind that the proxy has no file for isn't known.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when a file can't be used
     */
    @Override
    public ProxyConfig config(String proxy) throws IOException {
        return config(proxy, new ProxyConfig(Map.of()));
    }

    /** {@inheritDoc} Files that hold what the other side's would aren't read any further. */
    @Override
    public ProxyConfig config(String proxy, ProxyConfig other) throws IOException {
        Map<ResourceKind, SortedMap<String, Resource>> resources = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            Path file = folders.get(proxy).resolve(kind.fileName());
            if (Files.exists(file)) {
                byte[] utf8 = Files.readAllBytes(file);
                resources.put(
                        kind,
                        other.files().hold(kind, utf8)
                                ? other.resources().get(kind)
                                : ResourceFile.read(kind, utf8, file.toString()));
            }
        }
        return new ProxyConfig(resources);
    }

    @Override
    public String label() {
        return root.toString();
    }

    @Override
    public SortedSet<String> proxies() {
        return new TreeSet<>(folders.keySet());
    }
}
