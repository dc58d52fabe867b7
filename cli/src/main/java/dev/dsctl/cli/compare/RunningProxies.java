package dev.dsctl.cli.compare;

import dev.dsctl.render.json.ConfigDump;

/** Asks proxies of a live cluster what they run on. */
@FunctionalInterface
public interface RunningProxies {

    /** What a proxy, {@code pod.namespace}, has right now. */
    ConfigDump dump(String proxy);
}
