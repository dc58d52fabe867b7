package dev.dsctl.cli.compare;

import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.report.Origins;
import dev.dsctl.model.manifest.SourceRef;
import java.util.Optional;

/**
 * What a command has compared.
 *
 * @param diff the differences
 * @param origins where resources come from
 * @param fallback the file to point at when a difference has no place of its own
 */
public record Comparison(SnapshotDiff diff, Origins origins, Optional<SourceRef> fallback) {}
