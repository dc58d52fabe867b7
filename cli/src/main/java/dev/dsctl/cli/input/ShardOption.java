package dev.dsctl.cli.input;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that picks a part of all proxies. */
public final class ShardOption {

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only part I (from 0) of N parts of the proxies; each proxy stays in its part.")
    private Optional<String> shard = Optional.empty();

    /** Whether a part was asked for. */
    public boolean isGiven() {
        return shard.isPresent();
    }

    /**
     * The part asked for, or all.
     *
     * @throws dev.dsctl.cli.UsageException when the option isn't a part
     */
    public Shard shard() {
        return shard.map(Shard::of).orElse(Shard.WHOLE);
    }
}
