package dev.dsctl.model.manifest;

/**
 * Where something was written: the file as the user named it ({@code <stdin>} for standard input) and the 1-based line.
 *
 * @param file path as given on the command line, or below a folder given there
 * @param line 1-based line, 0 when the whole file is meant
 */
public record SourceRef(String file, int line) implements Comparable<SourceRef> {

    @Override
    public int compareTo(SourceRef other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
