package dev.dsctl.golden.folder;

import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.json.ProtoJson;
import dev.dsctl.render.json.SnapshotFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a golden folder, whole or not at all. */
public final class GoldenRecorder implements AutoCloseable {

    private final Path root;
    private final Optional<GoldenFolder> before;
    private final FolderSwap swap;
    private final SnapshotFolder files;

    private GoldenRecorder(Path root, Optional<GoldenFolder> before, FolderSwap swap, SnapshotFolder files) {
        this.root = root;
        this.before = before;
        this.swap = swap;
        this.files = files;
    }

    /**
     * Begins a new version of a folder, which may not exist yet.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when it exists and holds anything but golden files
     */
    public static GoldenRecorder into(Path root, ProtoJson json) throws IOException {
        FolderSwap.recover(root);
        Problems problems = new Problems();
        Optional<GoldenFolder> before = Optional.empty();
        if (Files.isDirectory(root)) {
            before = Optional.of(GoldenFolder.of(root, problems));
        } else if (Files.exists(root)) {
            problems.error(new SourceRef(root.toString(), 0), "not a folder");
        }
        problems.throwIfErrors();
        FolderSwap swap = FolderSwap.of(root);
        return new GoldenRecorder(root, before, swap, new SnapshotFolder(swap.staged(), json));
    }

    /** What the folder was recorded with the last time, if it was. */
    public Optional<GoldenManifest> previous() {
        return before.flatMap(GoldenFolder::manifest);
    }

    /** Adds one proxy. */
    public void add(String namespace, String pod, XdsSnapshot snapshot, Set<ResourceKind> kinds) throws IOException {
        files.add(namespace, pod, snapshot, kinds);
    }

    /** Puts everything added in place, instead of what was there. A folder that would stay the same is left alone. */
    public Recording commit(GoldenManifest manifest) throws IOException {
        files.commit();
        Files.writeString(swap.staged().resolve(GoldenManifest.FILE), manifest.text());
        if (before.isPresent()) {
            for (Path companion : before.get().companions()) {
                Files.copy(companion, swap.staged().resolve(companion.getFileName()));
            }
        }
        Recording recording = recording();
        if (recording.added().isEmpty()
                && recording.changed().isEmpty()
                && recording.removed().isEmpty()
                && hasSame(GoldenManifest.FILE)) {
            return recording;
        }
        swap.commit();
        return recording;
    }

    private Recording recording() throws IOException {
        SortedMap<String, Path> old = before.map(GoldenFolder::folders).orElseGet(TreeMap::new);
        SortedMap<String, Path> now =
                GoldenFolder.of(swap.staged(), new Problems()).folders();
        SortedSet<String> added = new TreeSet<>(now.keySet());
        added.removeAll(old.keySet());
        SortedSet<String> removed = new TreeSet<>(old.keySet());
        removed.removeAll(now.keySet());
        List<String> changed = new ArrayList<>();
        int unchanged = 0;
        for (String proxy : now.keySet()) {
            if (old.containsKey(proxy)) {
                boolean same = isSame(old.get(proxy), now.get(proxy));
                unchanged += same ? 1 : 0;
                if (!same) {
                    changed.add(proxy);
                }
            }
        }
        return new Recording(root, List.copyOf(added), changed, List.copyOf(removed), unchanged);
    }

    private static boolean isSame(Path old, Path now) throws IOException {
        for (ResourceKind kind : ResourceKind.values()) {
            if (!isSameFile(old.resolve(kind.fileName()), now.resolve(kind.fileName()))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSame(String file) throws IOException {
        return isSameFile(root.resolve(file), swap.staged().resolve(file));
    }

    private static boolean isSameFile(Path a, Path b) throws IOException {
        boolean both = Files.exists(a) && Files.exists(b);
        return both ? Files.mismatch(a, b) < 0 : Files.notExists(a) && Files.notExists(b);
    }

    /** Removes what was added and not committed. */
    @Override
    public void close() throws IOException {
        files.close();
        swap.close();
    }
}
