package dev.dsctl.render.telemetry;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.dsctl.model.profile.AccessLogChoices.JsonClusterName;
import dev.dsctl.model.profile.AccessLogChoices.TextClusterName;
import dev.dsctl.model.profile.IstioProfile;
import java.util.Map;

/** Istio's own formats of access logs. Source: pilot/pkg/model/telemetry_logging.go. */
final class LogFormats {

    private static final String CLUSTER = "%UPSTREAM_CLUSTER%";
    /** Without what Istio appends to keep statistics names apart. */
    private static final String RAW_CLUSTER = "%UPSTREAM_CLUSTER_RAW%";

    private static final String TEXT_BEFORE_CLUSTER =
            "[%START_TIME%] \"%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%\" %RESPONSE_CODE% %RESPONSE_FLAGS% "
                    + "%RESPONSE_CODE_DETAILS% %CONNECTION_TERMINATION_DETAILS% \"%UPSTREAM_TRANSPORT_FAILURE_REASON%\" "
                    + "%BYTES_RECEIVED% %BYTES_SENT% %DURATION% %RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)% "
                    + "\"%REQ(X-FORWARDED-FOR)%\" \"%REQ(USER-AGENT)%\" \"%REQ(X-REQUEST-ID)%\" \"%REQ(:AUTHORITY)%\" "
                    + "\"%UPSTREAM_HOST%\" ";
    private static final String TEXT_AFTER_CLUSTER =
            " %UPSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_REMOTE_ADDRESS% %REQUESTED_SERVER_NAME% "
                    + "%ROUTE_NAME%\n";

    private static final Map<String, String> JSON = Map.ofEntries(
            Map.entry("start_time", "%START_TIME%"),
            Map.entry("route_name", "%ROUTE_NAME%"),
            Map.entry("method", "%REQ(:METHOD)%"),
            Map.entry("path", "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%"),
            Map.entry("protocol", "%PROTOCOL%"),
            Map.entry("response_code", "%RESPONSE_CODE%"),
            Map.entry("response_flags", "%RESPONSE_FLAGS%"),
            Map.entry("response_code_details", "%RESPONSE_CODE_DETAILS%"),
            Map.entry("connection_termination_details", "%CONNECTION_TERMINATION_DETAILS%"),
            Map.entry("bytes_received", "%BYTES_RECEIVED%"),
            Map.entry("bytes_sent", "%BYTES_SENT%"),
            Map.entry("duration", "%DURATION%"),
            Map.entry("upstream_service_time", "%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%"),
            Map.entry("x_forwarded_for", "%REQ(X-FORWARDED-FOR)%"),
            Map.entry("user_agent", "%REQ(USER-AGENT)%"),
            Map.entry("request_id", "%REQ(X-REQUEST-ID)%"),
            Map.entry("authority", "%REQ(:AUTHORITY)%"),
            Map.entry("upstream_host", "%UPSTREAM_HOST%"),
            Map.entry("upstream_local_address", "%UPSTREAM_LOCAL_ADDRESS%"),
            Map.entry("downstream_local_address", "%DOWNSTREAM_LOCAL_ADDRESS%"),
            Map.entry("downstream_remote_address", "%DOWNSTREAM_REMOTE_ADDRESS%"),
            Map.entry("requested_server_name", "%REQUESTED_SERVER_NAME%"),
            Map.entry("upstream_transport_failure_reason", "%UPSTREAM_TRANSPORT_FAILURE_REASON%"));

    private LogFormats() {}

    /** One line a request. */
    static String text(IstioProfile profile) {
        String cluster = switch (profile.choice(TextClusterName.class)) {
            case AS_IN_STATISTICS -> CLUSTER;
            case RAW -> RAW_CLUSTER;
        };
        return TEXT_BEFORE_CLUSTER + cluster + TEXT_AFTER_CLUSTER;
    }

    /** One object a request. */
    static Struct json(IstioProfile profile) {
        String cluster = switch (profile.choice(JsonClusterName.class)) {
            case AS_IN_STATISTICS -> CLUSTER;
            case RAW -> RAW_CLUSTER;
        };
        Struct.Builder fields = Struct.newBuilder().putFields("upstream_cluster", text(cluster));
        JSON.forEach((name, format) -> fields.putFields(name, text(format)));
        return fields.build();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
