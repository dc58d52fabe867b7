package dev.dsctl.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Reads paths. A class of its own, since a lambda keeps this type and all that implement it out of the class-data archive. */
final class PathConverter implements ITypeConverter<Path> {

    @Override
    public Path convert(String value) {
        return Path.of(value);
    }
}
