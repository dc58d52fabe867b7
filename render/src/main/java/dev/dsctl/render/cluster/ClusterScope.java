package dev.dsctl.render.cluster;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.Choice;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.traffic.MeshTraffic;
import dev.dsctl.render.FamilyMarks;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.HashMap;
import java.util.Map;

/** What all clusters of one proxy share. */
final class ClusterScope {

    private final ProxyView view;
    private final MeshTraffic mesh;
    private final Duration connectTimeout;
    private final boolean keepsHeaderCase;
    private final ListenAddresses addresses;
    private final Map<HttpProtocolOptions, Any> httpOptions = new HashMap<>();

    ClusterScope(ProxyView view) {
        this.view = view;
        this.mesh = view.mesh().config().traffic();
        this.connectTimeout = Values.duration(mesh.connectTimeout());
        this.addresses = ListenAddresses.of(view);
        this.keepsHeaderCase = view.proxy().config().headers().keepCase();
    }

    ProxyView view() {
        return view;
    }

    Proxy proxy() {
        return view.proxy();
    }

    /** Where the proxy listens. */
    ListenAddresses addresses() {
        return addresses;
    }

    /** How names tell families apart. */
    FamilyMarks marks() {
        return FamilyMarks.of(view);
    }

    IpMode ipMode() {
        return view.proxy().ipMode();
    }

    IstioProfile profile() {
        return view.profile();
    }

    <C extends Enum<C> & Choice> C choice(Class<C> axis) {
        return view.profile().choice(axis);
    }

    PilotEnv env() {
        return view.mesh().env();
    }

    MeshTraffic mesh() {
        return mesh;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    /** Whether the proxy's settings ask for the case of HTTP/1 header names to be kept. */
    boolean keepsHeaderCase() {
        return keepsHeaderCase;
    }

    /** The packed message, shared between clusters that have the same. */
    Any packed(HttpProtocolOptions options) {
        return httpOptions.computeIfAbsent(options, Envoy::any);
    }
}
