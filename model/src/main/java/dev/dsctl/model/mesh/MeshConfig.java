package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.provider.ExtensionProvider;
import dev.dsctl.model.traffic.MeshTraffic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The mesh's settings (MeshConfig) over the installation's defaults. Source: istio/api mesh/v1alpha1/config.proto and
 * pkg/config/mesh/mesh.go ({@code DefaultMeshConfig}).
 *
 * @param root what was written, empty when nothing was
 * @param rootNamespace holds mesh-wide policies, {@code istio-system} by default
 * @param trustDomain {@code cluster.local} by default
 * @param trustDomainAliases other names of the trust domain
 * @param defaultServiceExportTo who sees services that don't say it themselves; everybody ({@code *}) by default
 * @param discoverySelectors which namespaces istiod looks at, any of them; none: all
 * @param listeners what reaches listeners
 * @param traffic what reaches clusters
 * @param routes what reaches routes
 * @param proxy the settings of sidecars
 * @param providers what policies can name outside the proxy
 */
public record MeshConfig(
        Node.Mapping root,
        String rootNamespace,
        String trustDomain,
        List<String> trustDomainAliases,
        Set<String> defaultServiceExportTo,
        List<LabelSelector> discoverySelectors,
        ListenerConfig listeners,
        MeshTraffic traffic,
        RouteConfig routes,
        ProxyConfig proxy,
        List<ExtensionProvider> providers) {

    /** What an installation has that sets nothing. */
    public static final MeshConfig DEFAULT = new MeshConfig(
            new Node.Mapping(0, Map.of()),
            "istio-system",
            "cluster.local",
            List.of(),
            Set.of("*"),
            List.of(),
            ListenerConfig.DEFAULT,
            MeshTraffic.DEFAULT,
            RouteConfig.DEFAULT,
            ProxyConfig.DEFAULT,
            ExtensionProvider.BUILT_IN);

    /** The settings written in a file; what is wrong with them goes to {@code problems}. */
    public static MeshConfig of(Node.Mapping root, String file, Problems problems) {
        Fields mesh = Fields.of(root, file, problems);
        Set<String> exportTo = Set.copyOf(mesh.strings("defaultServiceExportTo"));
        MeshConfig config = new MeshConfig(
                root,
                mesh.string("rootNamespace", DEFAULT.rootNamespace),
                mesh.string("trustDomain", DEFAULT.trustDomain),
                trustDomainAliases(mesh),
                exportTo.isEmpty() ? DEFAULT.defaultServiceExportTo : exportTo,
                mesh.list("discoverySelectors").stream().map(LabelSelector::of).toList(),
                ListenerConfig.of(mesh),
                MeshTraffic.of(mesh),
                RouteConfig.of(mesh),
                ProxyConfig.of(mesh.fields("defaultConfig")),
                ExtensionProvider.all(mesh.list("extensionProviders")));
        MeshEnums.check(root, file, problems);
        IdleSettings.warn(mesh, problems);
        return config;
    }

    /** The trust domain's other names, which istiod holds as a sorted set. Source: pkg/config/mesh/mesh.go. */
    public static List<String> trustDomainAliases(Fields mesh) {
        return List.copyOf(new TreeSet<>(mesh.strings("trustDomainAliases")));
    }
}
