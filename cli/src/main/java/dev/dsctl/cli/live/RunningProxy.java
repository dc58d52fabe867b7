package dev.dsctl.cli.live;

import dev.dsctl.cli.UsageException;
import dev.dsctl.render.json.ConfigDump;
import dev.dsctl.render.json.ProtoJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the Envoy in a pod has at this moment, from its admin interface. */
public final class RunningProxy {

    private RunningProxy() {}

    /** Which of the admin interface's pages to read. */
    public enum Page {
        /** All resources. */
        CONFIG("config_dump?include_eds"),
        /** The clusters with their hosts and what outlier detection thinks of them. */
        HOSTS("clusters?format=json");

        private final String path;

        Page(String path) {
            this.path = path;
        }
    }

    /**
     * Reads a page.
     *
     * @param pod {@code POD} or {@code POD.NAMESPACE}
     * @param namespace of a pod named without one; else that of the context
     * @param port of the admin interface
     * @throws UsageException when it can't be reached
     */
    public static ConfigDump read(LiveOptions options, String pod, Optional<String> namespace, int port, Page page) {
        try (KubeApi api = KubeApi.of(options)) {
            int dot = pod.lastIndexOf('.');
            String name = dot < 0 ? pod : pod.substring(0, dot);
            String in = dot < 0 ? namespace.orElseGet(api::namespace) : pod.substring(dot + 1);
            byte[] body = new ProxyAdmin(api, in, name, port).get(page.path);
            return ConfigDump.read(
                    new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8),
                    name + "." + in + ":" + port + "/" + page.path,
                    new ProtoJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
