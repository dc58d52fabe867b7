package dev.dsctl.cli.lint;

import dev.dsctl.cli.UsageException;
import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.suppression.Baseline;
import dev.dsctl.lint.suppression.Suppression;
import dev.dsctl.lint.suppression.Suppressions;
import dev.dsctl.model.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of which findings aren't reported. */
public final class SuppressionOptions {

    @Option(
            names = "--suppress",
            paramLabel = "CODE[=KIND NS/NAME]",
            converter = Converter.class,
            description =
                    "Don't report findings of this check, or those on objects that match ('DS006=Service shop/*')."
                            + " Repeatable. On an object itself: annotation dsctl.dev/ignore: CODE,CODE.")
    private List<Suppression> suppressions = List.of();

    @Option(names = "--baseline", paramLabel = "FILE", description = "Don't report the findings in this file.")
    private Path baseline;

    @Option(names = "--write-baseline", description = "Write what is found to the file of --baseline.")
    private boolean write;

    /** Reads {@code CODE[=KIND NS/NAME]}. */
    static final class Converter implements ITypeConverter<Suppression> {

        @Override
        public Suppression convert(String value) {
            try {
                return Suppression.ofOption(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Whether the baseline is to be written rather than looked at. */
    public boolean writesBaseline() {
        if (write && baseline == null) {
            throw new UsageException("--write-baseline writes the file that --baseline names; give both");
        }
        return write;
    }

    /** What isn't to be reported: by annotations, options, and the baseline unless it is to be written. */
    public Suppressions of(Manifests manifests) throws IOException {
        List<Suppression> all = new ArrayList<>(Suppressions.annotated(manifests));
        all.addAll(suppressions);
        if (baseline != null && !write) {
            try {
                all.addAll(Baseline.read(Files.readAllLines(baseline), baseline.toString()));
            } catch (NoSuchFileException e) {
                throw new UsageException(baseline + ": no such file; --write-baseline makes it");
            }
        }
        return new Suppressions(all);
    }

    /** Writes the baseline as a whole or not at all, and tells its name. */
    public Path write(List<Finding> findings) throws IOException {
        Path beside = baseline.resolveSibling(
                "." + baseline.getFileName() + "." + ProcessHandle.current().pid());
        Files.writeString(beside, Baseline.of(findings));
        return Files.move(beside, baseline, StandardCopyOption.REPLACE_EXISTING);
    }
}
