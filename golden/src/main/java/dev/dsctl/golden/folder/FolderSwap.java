package dev.dsctl.golden.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replaces a folder as a whole. The new one is written beside the old one and takes its place by renaming, so that whoever looks finds the
 * old files or the new ones and never some of each.
 *
 * <p>No file system call that Java has exchanges two folders at once: between two renames the folder is away. A run that is killed right
 * there leaves the old folder beside its place, and {@link #recover} puts it back.
 */
final class FolderSwap implements AutoCloseable {

    private static final String NEW = ".dsctl-new-";
    private static final String OLD = ".dsctl-old-";

    private final Path place;
    private final Path staged;
    private final Path away;

    private FolderSwap(Path place, long pid) {
        this.place = place;
        this.staged = beside(place, NEW + pid);
        this.away = beside(place, OLD + pid);
    }

    /** Begins to write a new version of a folder. */
    static FolderSwap of(Path folder) throws IOException {
        Path place = Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
        recover(place);
        FolderSwap swap = new FolderSwap(place, ProcessHandle.current().pid());
        delete(swap.staged);
        Files.createDirectories(swap.staged);
        return swap;
    }

    private static Path beside(Path place, String suffix) {
        return place.resolveSibling("." + place.getFileName() + suffix);
    }

    /** Where to write the new version. */
    Path staged() {
        return staged;
    }

    /** Puts the new version in the old one's place. */
    void commit() throws IOException {
        Thread finish = new Thread(this::awaitCommit);
        Runtime.getRuntime().addShutdownHook(finish);
        try {
            exchange();
        } finally {
            removeHook(finish);
        }
        delete(away);
    }

    /** Ctrl-C and a polite kill wait here until both renames are done. */
    private synchronized void awaitCommit() {}

    private synchronized void exchange() throws IOException {
        boolean replaces = Files.exists(place);
        if (replaces) {
            Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(away, place, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook has done what it is for.
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        delete(staged);
    }

    /** Puts back, or cleans up, what runs that were killed have left beside a folder. */
    static void recover(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        String prefix = "." + place.getFileName() + ".dsctl-";
        for (Path left : list(parent, prefix)) {
            String rest = left.getFileName().toString().substring(prefix.length());
            if (isAlive(rest.substring(rest.indexOf('-') + 1))) {
                continue;
            }
            if (rest.startsWith("old-") && Files.notExists(place)) {
                Files.move(left, place, StandardCopyOption.ATOMIC_MOVE);
            } else {
                delete(left);
            }
        }
    }

    private static List<Path> list(Path parent, String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            // Old versions sort behind new ones: the old one is put back only once its successor is gone.
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isAlive(String pid) {
        try {
            long number = Long.parseLong(pid);
            return number != ProcessHandle.current().pid()
                    && ProcessHandle.of(number).isPresent();
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
