package dev.dsctl.render.bootstrap;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages inside the listeners of a bootstrap, down to the filters and routes of its connection managers. */
public final class Parts {

    private Parts() {}

    /** Whether a message stands anywhere in a bootstrap. */
    public static boolean has(Bootstrap bootstrap, Message part) {
        return !without(bootstrap, part).equals(bootstrap);
    }

    /** A bootstrap without a message, wherever it stands in a list. Listeners that have nothing left go too. */
    static Bootstrap without(Bootstrap bootstrap, Message part) {
        Bootstrap.Builder made = ((Bootstrap) stripped(bootstrap, part)).toBuilder();
        List<Listener> listeners = made.getStaticResources().getListenersList().stream()
                .filter(listener -> listener.getFilterChainsCount() > 0 || listener.hasDefaultFilterChain())
                .toList();
        made.getStaticResourcesBuilder().clearListeners().addAllListeners(listeners);
        return made.build();
    }

    private static Message stripped(Message message, Message part) {
        if (message instanceof Any any) {
            Optional<HttpConnectionManager> manager =
                    StockFilters.unpacked(any, HttpConnectionManager.getDefaultInstance());
            return manager.isEmpty() ? any : Envoy.any(stripped(manager.get(), part));
        }
        Message.Builder made = message.toBuilder();
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE || field.isMapField()) {
                return;
            }
            if (field.isRepeated()) {
                List<Message> kept = new ArrayList<>();
                for (Object each : (List<?>) value) {
                    if (!each.equals(part)) {
                        kept.add(stripped((Message) each, part));
                    }
                }
                made.setField(field, kept);
            } else {
                made.setField(field, stripped((Message) value, part));
            }
        });
        return made.build();
    }
}
