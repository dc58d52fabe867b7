package dev.dsctl.cli.input;

import dev.dsctl.render.ResourceKind;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that picks kinds of resource. */
public final class TypeOption {

    @Option(
            names = "--type",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Only these: listeners, clusters, routes, endpoints.")
    private Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);

    /** The kinds asked for; none for all. */
    public Set<ResourceKind> kinds() {
        return kinds;
    }
}
