package dev.dsctl.render.telemetry;

import com.google.protobuf.Struct;
import dev.dsctl.model.profile.AccessLogChoices.BuiltInLabels;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.provider.LogProvider;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig;
import io.envoyproxy.envoy.extensions.access_loggers.open_telemetry.v3.OpenTelemetryAccessLogConfig;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.util.Comparator;
import java.util.List;

/** Access logs for OpenTelemetry collectors. Source: {@code openTelemetryLog}, pilot/pkg/model/telemetry_logging.go. */
final class OpenTelemetryLogs {

    private OpenTelemetryLogs() {}

    static OpenTelemetryAccessLogConfig of(
            LogProvider provider, CommonGrpcAccessLogConfig common, IstioProfile profile) {
        String text =
                provider.format().text().filter(format -> !format.isEmpty()).orElseGet(() -> LogFormats.text(profile));
        Struct labels = provider.format().labels().map(Structs::of).orElse(Struct.getDefaultInstance());
        OpenTelemetryAccessLogConfig.Builder config = OpenTelemetryAccessLogConfig.newBuilder()
                .setCommonConfig(common)
                .setDisableBuiltinLabels(profile.has(BuiltInLabels.LEFT_OUT))
                .setBody(value(text))
                .addAllFormatters(formatters(text, labels, profile));
        if (labels.getFieldsCount() > 0) {
            KeyValueList.Builder attributes = KeyValueList.newBuilder();
            labels.getFieldsMap().keySet().stream()
                    .sorted()
                    .forEach(key -> attributes.addValues(KeyValue.newBuilder()
                            .setKey(key)
                            .setValue(value(labels.getFieldsOrThrow(key).getStringValue()))));
            config.setAttributes(attributes);
        }
        return config.build();
    }

    private static List<TypedExtensionConfig> formatters(String text, Struct labels, IstioProfile profile) {
        return FileAccessLogs.formatters(
                        profile,
                        command -> text.contains(command)
                                || labels.getFieldsMap().values().stream()
                                        .anyMatch(
                                                label -> label.getStringValue().contains(command)))
                .stream()
                .sorted(Comparator.comparing(TypedExtensionConfig::getName))
                .toList();
    }

    private static AnyValue value(String text) {
        return AnyValue.newBuilder().setStringValue(text).build();
    }
}
