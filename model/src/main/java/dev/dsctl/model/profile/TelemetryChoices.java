package dev.dsctl.model.profile;

/** How releases differ in honouring Telemetry resources and their providers. */
public final class TelemetryChoices {

    private TelemetryChoices() {}

    /** Whether there are filters and a tracer for Stackdriver. */
    public enum Stackdriver implements Choice {
        /** There are. */
        SUPPORTED,
        /** There are none. */
        GONE
    }

    /** Which of several Telemetry resources that select a workload count. */
    public enum WorkloadTelemetries implements Choice {
        /** The oldest alone. */
        OLDEST,
        /** All, younger ones over older ones. */
        ALL
    }

    /** How Zipkin's collector is named. */
    public enum ZipkinCollector implements Choice {
        /** By cluster, endpoint and host name. */
        CLUSTER,
        /** As an HTTP service with a timeout and headers. */
        HTTP_SERVICE
    }

    /** What reports metrics. */
    public enum StatsFilter implements Choice {
        /** A native filter. */
        NATIVE,
        /** A WebAssembly filter. */
        WASM
    }
}
