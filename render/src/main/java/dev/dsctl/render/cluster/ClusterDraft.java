package dev.dsctl.render.cluster;

import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.dsctl.model.profile.ClusterChoices.EmptyLoadBalancing;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;

/** A cluster while it is made: its HTTP options and its metadata for Istio are packed when it is done. */
final class ClusterDraft {

    /** The key of HTTP options in a cluster. */
    static final String HTTP_OPTIONS = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    private static final String ISTIO = "istio";

    private final Cluster.Builder cluster;
    private final Struct.Builder istio = Struct.newBuilder();
    private HttpProtocolOptions.Builder http;

    ClusterDraft(Cluster.Builder cluster) {
        this.cluster = cluster;
    }

    Cluster.Builder cluster() {
        return cluster;
    }

    DiscoveryType type() {
        return cluster.getType();
    }

    boolean isDynamicForwardProxy() {
        return cluster.hasClusterType();
    }

    /** The HTTP options; the cluster has none until this is asked for. */
    HttpProtocolOptions.Builder http() {
        if (http == null) {
            http = HttpProtocolOptions.newBuilder();
        }
        return http;
    }

    /** Whether hosts are spoken to over HTTP/2, whatever the client speaks. */
    boolean isHttp2() {
        return http != null
                && http.hasExplicitHttpConfig()
                && http.getExplicitHttpConfig().hasHttp2ProtocolOptions();
    }

    /** Tells Istio's filters something. */
    void tell(String name, Value value) {
        istio.putFields(name, value);
    }

    /** Whether Istio's filters are told anything. */
    boolean tells() {
        return istio.getFieldsCount() > 0;
    }

    Cluster build(ClusterScope scope) {
        if (tells()) {
            cluster.setMetadata(Metadata.newBuilder().putFilterMetadata(ISTIO, istio.build()));
        }
        if (scope.profile().has(EmptyLoadBalancing.LEFT_OUT)
                && cluster.getCommonLbConfig().equals(Cluster.CommonLbConfig.getDefaultInstance())) {
            cluster.clearCommonLbConfig();
        }
        if (http != null) {
            cluster.putTypedExtensionProtocolOptions(HTTP_OPTIONS, packed(http, scope));
        }
        return cluster.build();
    }

    private static Any packed(HttpProtocolOptions.Builder http, ClusterScope scope) {
        if (http.getUpstreamProtocolOptionsCase()
                == HttpProtocolOptions.UpstreamProtocolOptionsCase.UPSTREAMPROTOCOLOPTIONS_NOT_SET) {
            HttpProtocols.http1(http);
        }
        return scope.packed(http.build());
    }
}
