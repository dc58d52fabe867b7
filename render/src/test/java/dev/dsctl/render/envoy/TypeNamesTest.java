package dev.dsctl.render.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.udpa.udpa.type.v1.TypedStruct;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import dev.dsctl.istio.alpn.FilterConfig;
import dev.dsctl.istio.metadataexchange.MetadataExchange;
import dev.dsctl.istio.stats.PluginConfig;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypeNamesTest {

    static Stream<Message> oneOfEachPackage() {
        return Stream.of(
                Listener.getDefaultInstance(),
                RouteAction.HashPolicy.Header.getDefaultInstance(),
                StringValue.getDefaultInstance(),
                MetadataExchange.getDefaultInstance(),
                FilterConfig.getDefaultInstance(),
                dev.dsctl.istio.authn.FilterConfig.getDefaultInstance(),
                PluginConfig.getDefaultInstance(),
                TypedStruct.getDefaultInstance(),
                com.github.xds.type.v3.TypedStruct.getDefaultInstance());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachPackage")
    void namesATypeAsItsDescriptorDoes(Message message) {
        assertThat(TypeNames.url(message.getClass()))
                .isEqualTo(
                        "type.googleapis.com/" + message.getDescriptorForType().getFullName());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachPackage")
    void findsTheClassOfAType(Message message) {
        String name = message.getDescriptorForType().getFullName();

        assertThat(TypeNames.className(name))
                .contains(message.getClass().getName().replace('$', '.'));
    }

    @Test
    void aTypeIsTheSameWhateverItsPrefix() {
        Any.Builder packed = Any.newBuilder();

        assertThat(TypeNames.isOf(Envoy.any(Listener.getDefaultInstance()), Listener.class))
                .isTrue();
        assertThat(TypeNames.isOf(
                        packed.setTypeUrl("acme.test/envoy.config.listener.v3.Listener")
                                .build(),
                        Listener.class))
                .isTrue();
        assertThat(TypeNames.isOf(
                        packed.setTypeUrl("type.googleapis.com/my.envoy.config.listener.v3.Listener")
                                .build(),
                        Listener.class))
                .isFalse();
        assertThat(TypeNames.isOf(
                        packed.setTypeUrl("envoy.config.listener.v3.Listener").build(), Listener.class))
                .isFalse();
    }

    @Test
    void knowsNoOtherPackages() {
        assertThat(TypeNames.className("acme.v1.Thing")).isEmpty();
        assertThatThrownBy(() -> TypeNames.url(String.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
