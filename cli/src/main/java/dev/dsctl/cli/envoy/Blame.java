package dev.dsctl.cli.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Value;
import dev.dsctl.golden.report.Origin;
import dev.dsctl.model.extension.EnvoyFilter;
import dev.dsctl.model.extension.EnvoyFilters;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Policies;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.security.AuthorizationPolicy;
import dev.dsctl.model.security.AuthorizationPolicy.Action;
import dev.dsctl.model.security.RequestAuthentication;
import dev.dsctl.model.traffic.VirtualService;
import dev.dsctl.render.Names;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.bootstrap.BootstrapSettings;
import dev.dsctl.render.bootstrap.Parts;
import dev.dsctl.render.bootstrap.Refusal;
import dev.dsctl.render.bootstrap.StaticBootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the manifests that a part of a proxy's bootstrap comes from. */
final class Blame {

    private static final int MOST = 5;

    private final ProxyView view;
    private final BootstrapSettings settings;

    Blame(ProxyView view, BootstrapSettings settings) {
        this.view = view;
        this.settings = settings;
    }

    /** The manifests behind a refusal, most telling first. */
    List<Origin> of(Refusal refusal) {
        List<Origin> origins = new ArrayList<>(envoyFilters(refusal.part()));
        origins.addAll(generated(refusal));
        if (origins.isEmpty()) {
            service(refusal.resource()).ifPresent(origins::add);
        }
        return origins.stream().distinct().limit(MOST).toList();
    }

    /** EnvoyFilters without which the part wouldn't be there as it is. */
    private List<Origin> envoyFilters(Message part) {
        Proxy proxy = view.proxy();
        EnvoyFilters all = view.mesh().policies().envoyFilters();
        List<Origin> found = new ArrayList<>();
        for (EnvoyFilter filter : all.forWorkload(proxy.namespace(), proxy.labels(), view.profile())) {
            List<EnvoyFilter> others = all.all().stream()
                    .filter(each -> !each.meta().equals(filter.meta()))
                    .toList();
            ProxyView without = ProxyView.of(with(new EnvoyFilters(others, all.rootNamespace())), proxy);
            if (!Parts.has(
                    StaticBootstrap.of(without, Renderer.render(without), settings)
                            .message(),
                    part)) {
                found.add(origin("EnvoyFilter", filter.meta()));
            }
        }
        return found;
    }

    private Mesh with(EnvoyFilters filters) {
        Mesh mesh = view.mesh();
        Policies had = mesh.policies();
        Policies policies = new Policies(
                had.security(),
                filters,
                had.destinationRules(),
                had.virtualServices(),
                had.sidecars(),
                had.telemetries());
        return new Mesh(mesh.settings(), mesh.services(), mesh.endpoints(), mesh.proxies(), mesh.index(), policies);
    }

    private List<Origin> generated(Refusal refusal) {
        Message part = refusal.part();
        if (part instanceof HttpFilter filter) {
            return filter(filter.getTypedConfig(), refusal.reason());
        }
        if (part instanceof Filter filter) {
            return filter(filter.getTypedConfig(), refusal.reason());
        }
        if (part instanceof Route route) {
            return virtualService(route.getMetadata()).or(() -> host(refusal)).stream()
                    .toList();
        }
        if (part instanceof VirtualHost host) {
            List<Origin> rules = host.getRoutesList().stream()
                    .flatMap(route -> virtualService(route.getMetadata()).stream())
                    .toList();
            return Stream.concat(rules.stream(), service(host.getName()).stream())
                    .toList();
        }
        if (part instanceof Cluster cluster) {
            return Stream.concat(destinationRule(cluster).stream(), service(cluster.getName()).stream())
                    .toList();
        }
        return List.of();
    }

    private List<Origin> filter(Any config, String reason) {
        String type = config.getTypeUrl();
        if (type.endsWith(".JwtAuthentication")) {
            return requestAuthentications(config, reason);
        }
        if (type.endsWith(".RBAC")) {
            // The names of policies stand in the filter's rules.
            String rules = config.getValue().toStringUtf8();
            return policies(policy -> rules.contains("ns[" + policy.meta().namespace() + "]-policy["
                    + policy.meta().name() + "]"));
        }
        return type.endsWith(".ExtAuthz") ? policies(policy -> policy.action() == Action.CUSTOM) : List.of();
    }

    private List<Origin> requestAuthentications(Any config, String reason) {
        Map<String, JwtProvider> providers;
        try {
            providers = config.unpack(JwtAuthentication.class).getProvidersMap();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
        List<String> named = providers.entrySet().stream()
                .filter(each -> reason.contains("'" + each.getKey() + "'"))
                .map(each -> each.getValue().getIssuer())
                .toList();
        Predicate<RequestAuthentication> isNamed =
                policy -> named.isEmpty() || policy.rules().stream().anyMatch(rule -> named.contains(rule.issuer()));
        return view
                .mesh()
                .policies()
                .security()
                .requests()
                .policiesOf(view.proxy().namespace(), view.proxy().workloadLabels())
                .stream()
                .filter(isNamed)
                .map(policy -> origin("RequestAuthentication", policy.meta()))
                .toList();
    }

    private List<Origin> policies(Predicate<AuthorizationPolicy> which) {
        Proxy proxy = view.proxy();
        return Arrays.stream(Action.values())
                .flatMap(action -> view
                        .mesh()
                        .policies()
                        .security()
                        .authorization()
                        .forWorkload(proxy.namespace(), proxy.workloadLabels(), action)
                        .stream())
                .filter(which)
                .map(policy -> origin("AuthorizationPolicy", policy.meta()))
                .toList();
    }

    /** Istio says in a route's metadata which VirtualService asked for it. */
    private Optional<Origin> virtualService(Metadata metadata) {
        String path = config(metadata);
        return view.mesh().policies().virtualServices().visibleTo(view.proxy().namespace()).stream()
                .map(VirtualService::meta)
                .filter(meta -> path.endsWith("/namespaces/" + meta.namespace() + "/virtual-service/" + meta.name()))
                .findFirst()
                .map(meta -> origin("VirtualService", meta));
    }

    private Optional<Origin> destinationRule(Cluster cluster) {
        String path = config(cluster.getMetadata());
        return services(cluster.getName())
                .flatMap(service -> view.outboundRule(service).stream())
                .filter(rule -> path.endsWith("/destination-rule/" + rule.meta().name()))
                .findFirst()
                .map(rule -> origin("DestinationRule", rule.meta()));
    }

    private Optional<Origin> host(Refusal refusal) {
        return refusal.path().stream()
                .filter(step -> step.startsWith("virtual host "))
                .findFirst()
                .flatMap(step -> service(step.substring("virtual host ".length())));
    }

    private Optional<Origin> service(String name) {
        return services(name).findFirst().map(service -> {
            String kind = service.registry() == Service.Registry.KUBERNETES ? "Service" : "ServiceEntry";
            return new Origin(kind + " " + service.namespace() + "/" + service.name(), service.source());
        });
    }

    /** The services that the name of a cluster, virtual host or listener is about. */
    private Stream<Service> services(String name) {
        String host = Names.parseOutbound(name).map(Names.OutboundKey::hostname).orElse(name);
        int port = Math.max(host.lastIndexOf(':'), host.lastIndexOf('_'));
        String bare = port < 0 ? host : host.substring(0, port);
        return view.mesh().services().stream()
                .filter(service -> service.hostname().equals(host)
                        || service.hostname().equals(bare)
                        || service.addresses().all().contains(bare)
                        || view.mesh().endpointsOf(service).stream()
                                .anyMatch(endpoint -> endpoint.addresses().all().contains(bare)));
    }

    private static String config(Metadata metadata) {
        return metadata.getFilterMetadataMap().containsKey("istio")
                ? metadata.getFilterMetadataOrThrow("istio")
                        .getFieldsOrDefault("config", Value.getDefaultInstance())
                        .getStringValue()
                : "";
    }

    private static Origin origin(String kind, ObjectMeta meta) {
        return new Origin(kind + " " + meta.key(), meta.source());
    }
}
