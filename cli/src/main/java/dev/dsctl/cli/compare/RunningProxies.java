package dev.dsctl.cli.compare;

import dev.dsctl.cli.UsageException;
import dev.dsctl.render.json.ConfigDump;
import java.io.IOException;

/** Asks proxies of a live cluster what they run on. */
@FunctionalInterface
public interface RunningProxies {

    /** When there is no way to ask. */
    RunningProxies OUT_OF_REACH = proxy -> {
        throw new UsageException(
                "can't ask " + proxy + " itself; give what it says as a file: kubectl exec POD -c istio-proxy --"
                        + " pilot-agent request GET 'config_dump?include_eds' > dump.json, then --against dump.json");
    };

    /** What a proxy, {@code pod.namespace}, has right now. */
    ConfigDump dump(String proxy) throws IOException;
}
