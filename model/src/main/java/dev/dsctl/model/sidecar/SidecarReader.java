package dev.dsctl.model.sidecar;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.ShortHosts;
import dev.dsctl.model.traffic.ConnectionPool;
import dev.dsctl.model.traffic.Destination;
import dev.dsctl.model.traffic.TrafficPolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads Sidecars. Source of what is refused: {@code ValidateSidecar}, pkg/config/validation/validation.go. */
final class SidecarReader {

    private final ObjectMeta meta;
    private final String domain;

    private SidecarReader(ObjectMeta meta, String domain) {
        this.meta = meta;
        this.domain = domain;
    }

    /** The Sidecars among the manifests. */
    static List<Sidecar> all(Manifests manifests, String domain, Problems problems) {
        List<Sidecar> sidecars = new ArrayList<>();
        for (Manifest manifest : manifests.of("networking.istio.io", "Sidecar")) {
            Fields spec = Fields.of(manifest, problems).fields("spec");
            sidecars.add(new SidecarReader(ObjectMeta.of(manifest), domain).sidecar(spec));
        }
        return sidecars;
    }

    private Sidecar sidecar(Fields spec) {
        Optional<Map<String, String>> selector = spec.has("workloadSelector")
                ? Optional.of(spec.fields("workloadSelector").stringMap("labels"))
                : Optional.empty();
        return new Sidecar(
                meta,
                selector,
                spec.list("ingress").stream().map(SidecarReader::ingress).toList(),
                spec.list("egress").stream().map(SidecarReader::egress).toList(),
                outboundTraffic(spec),
                connectionPool(spec, "inboundConnectionPool"));
    }

    private static IngressListener ingress(Fields listener) {
        if (!listener.has("port")) {
            listener.missing("port");
        }
        return new IngressListener(
                port(listener.fields("port")),
                listener.string("bind"),
                captureMode(listener),
                listener.string("defaultEndpoint"),
                listener.has("tls") ? Optional.of(tls(listener.fields("tls"))) : Optional.empty(),
                connectionPool(listener, "connectionPool"));
    }

    private static EgressListener egress(Fields listener) {
        List<String> hosts = listener.strings("hosts");
        if (hosts.isEmpty()) {
            listener.error("hosts", "an egress listener needs at least one host");
        }
        for (String host : hosts) {
            int slash = host.indexOf('/');
            if (slash < 1 || slash != host.lastIndexOf('/') || slash == host.length() - 1) {
                listener.error("hosts", "'" + host + "' is not of the form namespace/host");
            }
        }
        return new EgressListener(
                listener.has("port") ? Optional.of(port(listener.fields("port"))) : Optional.empty(),
                listener.string("bind"),
                captureMode(listener),
                hosts);
    }

    private static SidecarPort port(Fields port) {
        return new SidecarPort(
                port.string("name"), port.integer("number", 0, 0, 65535), Protocol.named(port.string("protocol")));
    }

    private static CaptureMode captureMode(Fields listener) {
        return choice(listener, "captureMode", CaptureMode.class, CaptureMode.DEFAULT);
    }

    private Optional<OutboundTraffic> outboundTraffic(Fields spec) {
        if (!spec.has("outboundTrafficPolicy")) {
            return Optional.empty();
        }
        Fields policy = spec.fields("outboundTrafficPolicy");
        Fields proxy = policy.fields("egressProxy");
        Fields port = proxy.fields("port");
        Optional<Destination> egressProxy = policy.has("egressProxy")
                ? Optional.of(new Destination(
                        new ShortHosts(meta.namespace(), domain).complete(proxy, "host", proxy.requiredString("host")),
                        proxy.string("subset"),
                        port.has("number") ? OptionalInt.of(port.port("number")) : OptionalInt.empty()))
                : Optional.empty();
        OutboundTraffic.Mode mode =
                choice(policy, "mode", OutboundTraffic.Mode.class, OutboundTraffic.Mode.REGISTRY_ONLY);
        return Optional.of(new OutboundTraffic(mode, egressProxy));
    }

    private static Optional<ConnectionPool> connectionPool(Fields fields, String key) {
        return fields.has(key) ? Optional.of(TrafficPolicyReader.connectionPool(fields.fields(key))) : Optional.empty();
    }

    private static ServerTls tls(Fields tls) {
        return new ServerTls(
                choice(tls, "mode", ServerTls.Mode.class, ServerTls.Mode.PASSTHROUGH),
                new ServerTls.Files(
                        tls.string("serverCertificate"),
                        tls.string("privateKey"),
                        tls.string("caCertificates"),
                        tls.string("caCrl")),
                tls.string("credentialName"),
                tls.strings("subjectAltNames"),
                new ServerTls.Versions(
                        tls.string("minProtocolVersion", "TLS_AUTO"), tls.string("maxProtocolVersion", "TLS_AUTO")),
                tls.strings("cipherSuites"));
    }

    private static <E extends Enum<E>> E choice(Fields fields, String key, Class<E> type, E byDefault) {
        String text = fields.string(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            fields.error(key, "'" + text + "' is not known");
        }
        return byDefault;
    }
}
