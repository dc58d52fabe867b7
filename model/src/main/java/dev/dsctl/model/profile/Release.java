package dev.dsctl.model.profile;

/** A released version, {@code major.minor.patch}. */
public record Release(int minor, int patch) implements Comparable<Release> {

    /** Parses {@code major.minor.patch}. */
    static Release of(String text) {
        String[] parts = text.split("\\.");
        return new Release(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** The release line, {@code major.minor}. */
    public String line() {
        return "1." + minor;
    }

    @Override
    public int compareTo(Release other) {
        return minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return line() + "." + patch;
    }
}
