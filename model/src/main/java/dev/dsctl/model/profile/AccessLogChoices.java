package dev.dsctl.model.profile;

/** How releases differ in access logs. */
public final class AccessLogChoices {

    private AccessLogChoices() {}

    /** Under which name a cluster stands in Istio's own text format. */
    public enum TextClusterName implements Choice {
        /** As in statistics. */
        AS_IN_STATISTICS,
        /** Without what statistics append. */
        RAW
    }

    /** Under which name a cluster stands in Istio's own JSON format. */
    public enum JsonClusterName implements Choice {
        /** As in statistics. */
        AS_IN_STATISTICS,
        /** Without what statistics append. */
        RAW
    }

    /** Whether JSON logs say how their properties are ordered. */
    public enum JsonOptions implements Choice {
        /** They don't. */
        NONE,
        /** In the order written. */
        WRITTEN_ORDER
    }

    /** Which commands in log formats need an extension of Envoy. */
    public enum BuiltInCommands implements Choice {
        /** {@code METADATA} and {@code CEL} can't be used. */
        METADATA_UNKNOWN,
        /** {@code METADATA} needs an extension, {@code CEL} can't be used. */
        CEL_UNKNOWN,
        /** Both need an extension. */
        NEED_FORMATTERS,
        /** Envoy knows both by itself. */
        ALL_BUILT_IN
    }

    /** What of the metadata exchange reaches an access log service. */
    public enum LoggedState implements Choice {
        /** What the WebAssembly filter leaves. */
        WASM,
        /** What the native filter leaves, too. */
        NATIVE_AND_WASM
    }

    /** What of the metadata exchange reaches the access log services that are providers. */
    public enum ProvidersState implements Choice {
        /** What the WebAssembly filter leaves. */
        WASM,
        /** What the native filter leaves. */
        NATIVE,
        /** What the native filter leaves; OpenTelemetry gets what the other leaves, too. */
        NATIVE_BUT_ALL_FOR_OPEN_TELEMETRY
    }

    /** Whether Envoy adds labels of its own to OpenTelemetry logs. */
    public enum BuiltInLabels implements Choice {
        /** It does. */
        ADDED,
        /** It doesn't. */
        LEFT_OUT
    }
}
