package dev.dsctl.render.telemetry;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import dev.dsctl.model.mesh.ListenerConfig;
import dev.dsctl.model.profile.AccessLogChoices.BuiltInCommands;
import dev.dsctl.model.profile.AccessLogChoices.JsonOptions;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.provider.LogProvider;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.JsonFormatOptions;
import io.envoyproxy.envoy.config.core.v3.SubstitutionFormatString;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.access_loggers.file.v3.FileAccessLog;
import io.envoyproxy.envoy.extensions.formatter.cel.v3.Cel;
import io.envoyproxy.envoy.extensions.formatter.metadata.v3.Metadata;
import io.envoyproxy.envoy.extensions.formatter.req_without_query.v3.ReqWithoutQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Access logs in a file. Source: {@code FileAccessLogFromMeshConfig}, pilot/pkg/model/telemetry_logging.go. */
final class FileAccessLogs {

    private FileAccessLogs() {}

    /** The log that the mesh's settings ask for. */
    static AccessLog of(ListenerConfig.AccessLog config, IstioProfile profile) {
        SubstitutionFormatString format =
                config.encoding().equals("JSON") ? json(config, profile) : text(config, profile);
        return file(config.file(), format);
    }

    /** The log of a provider; Istio's own one looks as the mesh's settings say unless it has a format. */
    static AccessLog of(LogProvider provider, ProxyView view) {
        ListenerConfig.AccessLog settings = view.mesh().config().listeners().accessLog();
        boolean asSettings =
                provider.name().equals("envoy") && provider.format().isUnset() && !provider.omitEmptyValues();
        ListenerConfig.AccessLog config = asSettings
                ? new ListenerConfig.AccessLog(provider.path(), settings.encoding(), settings.format(), false, false)
                : new ListenerConfig.AccessLog(
                        provider.path(), "TEXT", provider.format().text().orElse(""), false, false);
        SubstitutionFormatString format = provider.format()
                .labels()
                .map(labels -> json(Structs.of(labels), view.profile()))
                .orElseGet(() ->
                        config.encoding().equals("JSON") ? json(config, view.profile()) : text(config, view.profile()));
        return file(
                provider.path(),
                format.toBuilder()
                        .setOmitEmptyValues(provider.omitEmptyValues())
                        .build());
    }

    private static AccessLog file(String path, SubstitutionFormatString format) {
        FileAccessLog file =
                FileAccessLog.newBuilder().setPath(path).setLogFormat(format).build();
        return AccessLog.newBuilder()
                .setName("envoy.access_loggers.file")
                .setTypedConfig(Envoy.any(file))
                .build();
    }

    private static SubstitutionFormatString text(ListenerConfig.AccessLog config, IstioProfile profile) {
        String format = config.format().isEmpty() ? LogFormats.text(profile) : config.format();
        String line = format.endsWith("\n") ? format : format + "\n";
        return SubstitutionFormatString.newBuilder()
                .setTextFormatSource(DataSource.newBuilder().setInlineString(line))
                .addAllFormatters(formatters(profile, line::contains))
                .build();
    }

    private static SubstitutionFormatString json(ListenerConfig.AccessLog config, IstioProfile profile) {
        return json(custom(config.format(), LogFormats.json(profile)), profile);
    }

    private static SubstitutionFormatString json(Struct written, IstioProfile profile) {
        Struct fields = written.getFieldsCount() == 0 ? LogFormats.json(profile) : written;
        SubstitutionFormatString.Builder format = SubstitutionFormatString.newBuilder()
                .setJsonFormat(fields)
                .addAllFormatters(formatters(
                        profile,
                        command -> fields.getFieldsMap().values().stream()
                                .anyMatch(value -> value.getStringValue().contains(command))));
        switch (profile.choice(JsonOptions.class)) {
            case NONE -> {}
            case WRITTEN_ORDER -> format.setJsonFormatOptions(JsonFormatOptions.getDefaultInstance());
        }
        return format.build();
    }

    /** What the user wrote; istiod falls back to its own format when that is no JSON. */
    private static Struct custom(String json, Struct fallback) {
        if (json.isEmpty()) {
            return fallback;
        }
        Struct.Builder fields = Struct.newBuilder();
        try {
            JsonFormat.parser().ignoringUnknownFields().merge(json, fields);
        } catch (InvalidProtocolBufferException notJson) {
            return fallback;
        }
        return fields.build();
    }

    /** Extensions for the commands that Envoy doesn't know by itself. */
    static List<TypedExtensionConfig> formatters(IstioProfile profile, Predicate<String> uses) {
        BuiltInCommands known = profile.choice(BuiltInCommands.class);
        List<TypedExtensionConfig> formatters = new ArrayList<>(1);
        if (uses.test("%REQ_WITHOUT_QUERY")) {
            formatters.add(formatter("envoy.formatter.req_without_query", ReqWithoutQuery.getDefaultInstance()));
        }
        boolean metadata = switch (known) {
            case METADATA_UNKNOWN, ALL_BUILT_IN -> false;
            case CEL_UNKNOWN, NEED_FORMATTERS -> true;
        };
        if (metadata && uses.test("%METADATA")) {
            formatters.add(formatter("envoy.formatter.metadata", Metadata.getDefaultInstance()));
        }
        if (known == BuiltInCommands.NEED_FORMATTERS && uses.test("%CEL")) {
            formatters.add(formatter("envoy.formatter.cel", Cel.getDefaultInstance()));
        }
        return formatters;
    }

    private static TypedExtensionConfig formatter(String name, Message config) {
        return TypedExtensionConfig.newBuilder()
                .setName(name)
                .setTypedConfig(Envoy.any(config))
                .build();
    }
}
