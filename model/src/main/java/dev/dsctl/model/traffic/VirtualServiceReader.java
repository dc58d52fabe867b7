package dev.dsctl.model.traffic;

import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.ShortHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads VirtualServices (networking.istio.io). Source: istio/api networking/v1alpha3/virtual_service.proto. */
public final class VirtualServiceReader {

    static final int HIGHEST_PORT = 65535;

    private final ShortHosts hosts;
    private final HttpRouteReader http;

    private VirtualServiceReader(ShortHosts hosts) {
        this.hosts = hosts;
        this.http = new HttpRouteReader(this);
    }

    /**
     * What was written, with complete hosts; what is wrong with it goes to {@code problems}.
     *
     * @param domain what completes short host names
     */
    public static VirtualService read(Manifest manifest, String domain, Problems problems) {
        ObjectMeta meta = ObjectMeta.of(manifest);
        return new VirtualServiceReader(new ShortHosts(meta.namespace(), domain))
                .read(meta, Fields.of(manifest, problems).fields("spec"));
    }

    private VirtualService read(ObjectMeta meta, Fields spec) {
        return new VirtualService(
                meta,
                spec.strings("hosts").stream()
                        .map(host -> hosts.complete(spec, "hosts", host))
                        .toList(),
                spec.strings("gateways"),
                spec.list("http").stream().map(http::route).toList(),
                spec.list("tls").stream().map(this::connectionRoute).toList(),
                spec.list("tcp").stream().map(this::connectionRoute).toList(),
                Set.copyOf(spec.strings("exportTo")));
    }

    Destination destination(Fields fields) {
        Fields port = fields.fields("port");
        return new Destination(
                hosts.complete(fields, "host", fields.string("host")),
                fields.string("subset"),
                port.has("number") ? OptionalInt.of(port.port("number")) : OptionalInt.empty());
    }

    private ConnectionRoute connectionRoute(Fields fields) {
        return new ConnectionRoute(
                fields.list("match").stream()
                        .map(VirtualServiceReader::connectionMatch)
                        .toList(),
                fields.list("route").stream()
                        .map(d -> new RouteDestination(destination(d.fields("destination")), weight(d)))
                        .toList());
    }

    private static ConnectionMatch connectionMatch(Fields fields) {
        return new ConnectionMatch(
                fields.strings("sniHosts"),
                subnets(fields),
                fields.integer("port", 0, 0, HIGHEST_PORT),
                fields.stringMap("sourceLabels"),
                fields.strings("gateways"),
                fields.string("sourceNamespace"));
    }

    private static List<String> subnets(Fields fields) {
        List<String> subnets = new ArrayList<>();
        for (String subnet : fields.strings("destinationSubnets")) {
            if (IpLiteral.isAddressOrCidr(subnet)) {
                subnets.add(subnet);
            } else {
                fields.error("destinationSubnets", "'" + subnet + "' is neither an IP address nor a CIDR");
            }
        }
        return List.copyOf(subnets);
    }

    static int weight(Fields fields) {
        return fields.integer("weight", 0, 0, Integer.MAX_VALUE);
    }
}
