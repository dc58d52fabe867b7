package dev.dsctl.cli.output;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The values of {@code -o}. */
public enum OutputFormat {
    JSON {
        @Override
        public void print(Mesh mesh, List<Proxy> proxies, Set<ResourceKind> kinds, Appendable out) throws IOException {
            JsonOutput.print(mesh, proxies, kinds, out);
        }
    },
    YAML {
        @Override
        public void print(Mesh mesh, List<Proxy> proxies, Set<ResourceKind> kinds, Appendable out) throws IOException {
            YamlOutput.print(mesh, proxies, kinds, out);
        }
    };

    /** Renders the proxies one after the other and prints them. */
    public abstract void print(Mesh mesh, List<Proxy> proxies, Set<ResourceKind> kinds, Appendable out)
            throws IOException;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
