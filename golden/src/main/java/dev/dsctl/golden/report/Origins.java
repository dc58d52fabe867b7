package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.ResourceChange;
import java.util.List;

/** Tells which manifests a changed resource comes from. */
@FunctionalInterface
public interface Origins {

    /** When there are no manifests. */
    Origins UNKNOWN = change -> List.of();

    /** The manifests, most telling first; none when it comes from no manifest in particular. */
    List<Origin> of(ResourceChange change);
}
