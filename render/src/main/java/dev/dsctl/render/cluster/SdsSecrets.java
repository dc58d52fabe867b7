package dev.dsctl.render.cluster;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;

/** Where certificates come from. Source: {@code ConstructSdsSecretConfig}, pilot/pkg/security/model/authentication.go. */
final class SdsSecrets {

    /** The workload's own certificate, from the proxy's agent. */
    static final SdsSecretConfig WORKLOAD = SdsSecretConfig.newBuilder()
            .setName("default")
            .setSdsConfig(agent().setInitialFetchTimeout(Duration.getDefaultInstance()))
            .build();

    /** The mesh's issuers, from the proxy's agent. */
    static final SdsSecretConfig ROOT = SdsSecretConfig.newBuilder()
            .setName("ROOTCA")
            .setSdsConfig(agent().setInitialFetchTimeout(Duration.getDefaultInstance()))
            .build();

    private static final ConfigSource ADS = ConfigSource.newBuilder()
            .setAds(AggregatedConfigSource.getDefaultInstance())
            .setResourceApiVersion(ApiVersion.V3)
            .build();

    private static final String BUILTIN = "builtin://";
    private static final String KUBERNETES = "kubernetes://";
    private static final String INVALID = "invalid://";

    private SdsSecrets() {}

    /** A certificate in the proxy's file system, which the agent reads. */
    static SdsSecretConfig file(String name) {
        return SdsSecretConfig.newBuilder().setName(name).setSdsConfig(agent()).build();
    }

    /** A certificate in a Kubernetes secret, from istiod. */
    static SdsSecretConfig credential(String name) {
        if (name.equals(BUILTIN)) {
            return WORKLOAD;
        }
        if (name.equals(BUILTIN + "-cacert")) {
            return ROOT;
        }
        return SdsSecretConfig.newBuilder()
                .setName(resource(name))
                .setSdsConfig(ADS)
                .build();
    }

    private static String resource(String name) {
        if (name.startsWith(BUILTIN)) {
            return "default";
        }
        if (name.startsWith(INVALID)) {
            return INVALID;
        }
        boolean typed = name.startsWith("configmap://")
                || name.startsWith(KUBERNETES)
                || name.startsWith("kubernetes-gateway://");
        return typed ? name : KUBERNETES + name;
    }

    private static ConfigSource.Builder agent() {
        return ConfigSource.newBuilder()
                .setApiConfigSource(ApiConfigSource.newBuilder()
                        .setApiType(ApiConfigSource.ApiType.GRPC)
                        .setSetNodeOnFirstMessageOnly(true)
                        .setTransportApiVersion(ApiVersion.V3)
                        .addGrpcServices(GrpcService.newBuilder()
                                .setEnvoyGrpc(GrpcService.EnvoyGrpc.newBuilder().setClusterName("sds-grpc"))))
                .setResourceApiVersion(ApiVersion.V3);
    }
}
