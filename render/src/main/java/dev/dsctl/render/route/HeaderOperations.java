package dev.dsctl.render.route;

import com.google.protobuf.BoolValue;
import dev.dsctl.model.profile.RouteChoices.HeaderAppends;
import dev.dsctl.model.traffic.HeaderChanges;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes of headers in Envoy's form. Source: {@code TranslateHeadersOperations}, pilot/pkg/networking/core/route/route.go.
 *
 * @param requestToAdd headers to set, then headers to add, each by name
 * @param requestToRemove names
 * @param responseToAdd as {@code requestToAdd}
 * @param responseToRemove names
 * @param authority the new Host header, empty to keep it; Envoy doesn't let it be set as a header
 */
record HeaderOperations(
        List<HeaderValueOption> requestToAdd,
        List<String> requestToRemove,
        List<HeaderValueOption> responseToAdd,
        List<String> responseToRemove,
        String authority) {

    static HeaderOperations of(RouteContext context, HeaderChanges changes) {
        HeaderChanges.Operations request = changes.request();
        HeaderChanges.Operations response = changes.response();
        String set = authority(request.set());
        return new HeaderOperations(
                toAdd(context, request),
                withoutInternal(request.remove()),
                toAdd(context, response),
                withoutInternal(response.remove()),
                set.isEmpty() ? authority(request.add()) : set);
    }

    private static List<HeaderValueOption> toAdd(RouteContext context, HeaderChanges.Operations operations) {
        List<HeaderValueOption> options = new ArrayList<>();
        new TreeMap<>(operations.set())
                .forEach((name, value) ->
                        add(options, option(context, HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD), name, value));
        new TreeMap<>(operations.add())
                .forEach((name, value) ->
                        add(options, option(context, HeaderAppendAction.APPEND_IF_EXISTS_OR_ADD), name, value));
        return options;
    }

    private static void add(
            List<HeaderValueOption> options, HeaderValueOption.Builder option, String name, String value) {
        if (!isInternal(name)) {
            options.add(option.setHeader(HeaderValue.newBuilder().setKey(name).setValue(value))
                    .build());
        }
    }

    @SuppressWarnings("deprecation")
    private static HeaderValueOption.Builder option(RouteContext context, HeaderAppendAction action) {
        HeaderValueOption.Builder option = HeaderValueOption.newBuilder();
        return switch (context.choice(HeaderAppends.class)) {
            case BOOLEAN -> option.setAppend(BoolValue.of(action == HeaderAppendAction.APPEND_IF_EXISTS_OR_ADD));
            case ACTION -> option.setAppendAction(action);
        };
    }

    private static String authority(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> isHost(header.getKey()) || header.getKey().equalsIgnoreCase(":authority"))
                .map(Map.Entry::getValue)
                .reduce("", (first, last) -> last);
    }

    private static List<String> withoutInternal(List<String> names) {
        return names.stream().filter(name -> !isInternal(name)).toList();
    }

    /** Headers that Envoy doesn't let be changed. */
    private static boolean isInternal(String name) {
        return name.startsWith(":") || isHost(name);
    }

    private static boolean isHost(String name) {
        return name.toLowerCase(Locale.ROOT).equals("host");
    }
}
