package dev.dsctl.model.profile;

/** How releases differ in tracing. */
public final class TracingChoices {

    private TracingChoices() {}

    /** Whether spans have Istio's own tags. */
    public enum IstioTags implements Choice {
        /** Unless {@code PILOT_ENABLE_ISTIO_TAGS=false}. */
        UNLESS_ENVIRONMENT_REFUSES,
        /** They do. */
        ALWAYS,
        /** Unless {@code tracing.enableIstioTags} is false. */
        CONFIGURABLE
    }

    /** Whether spans name the cluster. */
    public enum ClusterTag implements Choice {
        /** They don't. */
        ABSENT,
        /** They have {@code istio.cluster_id}. */
        PRESENT
    }

    /** How a Zipkin tracer is told which headers carry the context of a trace. */
    public enum TraceContext implements Choice {
        /** It isn't. */
        UNTOLD,
        /** By {@code traceContextOption}. */
        TOLD
    }

    /** What an OpenTelemetry collector over gRPC gets with each call. */
    public enum CollectorMetadata implements Choice {
        /** Nothing. */
        NONE,
        /** {@code grpc.initialMetadata}. */
        SENT
    }

    /** Whether an OpenTelemetry tracer may have a sampler of its own. */
    public enum Samplers implements Choice {
        /** No. */
        NONE,
        /** Dynatrace's. */
        DYNATRACE
    }

    /** What a tag that is a format gives. */
    public enum FormattedTags implements Choice {
        /** A tag without a value. */
        EMPTY,
        /** A tag whose value is formatted. */
        VALUES
    }

    /** Whether spans can go to an OpenCensus agent. */
    public enum OpenCensus implements Choice {
        /** They can. */
        SUPPORTED,
        /** They can't. */
        GONE
    }

    /** Under which name Lightstep's tracer, an OpenTelemetry one, stands. */
    public enum Lightstep implements Choice {
        /** As the OpenTelemetry tracer. */
        OPEN_TELEMETRY,
        /** As Lightstep's own, which Envoy no longer has. */
        LIGHTSTEP,
        /** Lightstep can't be asked for. */
        GONE
    }

    /** What starts a span of its own for requests to an upstream, where a tracer wants one. */
    public enum UpstreamSpans implements Choice {
        /** The router. */
        ROUTER,
        /** The connection manager. */
        CONNECTION_MANAGER
    }

    /** How long ids of Zipkin's traces are. */
    public enum ZipkinIds implements Choice {
        /** 128 bits. */
        LONG,
        /** 128 bits, or 64 if the provider says so. */
        CONFIGURABLE
    }

    /** Whether upstreams are told which trace a call belongs to. */
    public enum ContextPropagation implements Choice {
        /** They are. */
        ALWAYS,
        /** Unless {@code disableContextPropagation} is set. */
        UNLESS_DISABLED
    }

    /** How OpenTelemetry names the workload that spans are from. */
    public enum SpanNames implements Choice {
        /** As sidecars are named. */
        SIDECARS,
        /** So, or by its own conventions if {@code serviceAttributeEnrichment} says so. */
        CONFIGURABLE
    }

    /** How many requests are traced where Telemetry resources ask for traces without saying how many. */
    public enum UnsaidSampling implements Choice {
        /** None. */
        NONE,
        /** As many as the sidecar's own settings say. */
        OF_SIDECAR
    }
}
