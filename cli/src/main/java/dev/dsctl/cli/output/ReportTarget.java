package dev.dsctl.cli.output;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report and where it goes.
 *
 * @param format its format
 * @param file a file, or standard output
 */
record ReportTarget(ReportFormat format, Optional<Path> file) {

    /** Reads {@code FORMAT[=FILE]}. */
    static final class Converter implements ITypeConverter<ReportTarget> {

        @Override
        public ReportTarget convert(String value) {
            int equals = value.indexOf('=');
            String name = equals < 0 ? value : value.substring(0, equals);
            if (equals == value.length() - 1) {
                throw new TypeConversionException("'" + value + "' names no file");
            }
            for (ReportFormat format : ReportFormat.values()) {
                if (format.toString().equals(name)) {
                    Optional<Path> file =
                            equals < 0 ? Optional.empty() : Optional.of(Path.of(value.substring(equals + 1)));
                    return new ReportTarget(format, file);
                }
            }
            String known = Arrays.stream(ReportFormat.values())
                    .map(ReportFormat::toString)
                    .collect(Collectors.joining(", "));
            throw new TypeConversionException("no format '" + name + "'; there are " + known);
        }
    }
}
