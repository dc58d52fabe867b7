package dev.dsctl.cli.input;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says how many proxies are worked on at a time. */
public final class JobsOption {

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many proxies to work on at a time (default: as many as there are processors).")
    private Optional<Integer> jobs = Optional.empty();

    /** How many threads to use, at least one. */
    public int jobs() {
        return Math.max(1, jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
    }
}
