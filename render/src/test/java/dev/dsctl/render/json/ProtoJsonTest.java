package dev.dsctl.render.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import dev.dsctl.istio.alpn.FilterConfig;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.listener.v3.AdditionalAddress;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoJsonTest {

    private final ProtoJson json = new ProtoJson();

    @Test
    void fieldsStandInTheOrderOfTheirDeclarationNotOfTheirNumber() {
        Listener listener = Listener.newBuilder()
                .setName("a")
                .setAddress(Envoy.socketAddress("0.0.0.0", 80))
                .addAdditionalAddresses(AdditionalAddress.newBuilder().setAddress(Envoy.socketAddress("::", 80)))
                .setStatPrefix("p")
                .build();

        assertThat(json.text(listener).replaceAll("\\s", ""))
                .isEqualTo("{\"name\":\"a\","
                        + "\"address\":{\"socketAddress\":{\"address\":\"0.0.0.0\",\"portValue\":80}},"
                        + "\"additionalAddresses\":[{\"address\":{\"socketAddress\":{\"address\":\"::\",\"portValue\":80}}}],"
                        + "\"statPrefix\":\"p\"}");
    }

    @Test
    void textIsEscapedOnlyWhereJsonDemandsIt() {
        assertThat(print("{\"name\": \"<a>&='\\u2028 \\\"\\\\\\n\\u0001\"}", Cluster.getDefaultInstance()))
                .isEqualTo("{\n  \"name\": \"<a>&='\u2028 \\\"\\\\\\n\\u0001\"\n}");
    }

    @Test
    void numbersInStructsReadAsJavaScriptPrintsThem() {
        assertThat(List.of(5.0, -0.5, 1e6, 123456789012345680.0, 1e21, 1.5e-7, 0.000001, 0.1).stream()
                        .map(d -> json.text(Value.newBuilder().setNumberValue(d).build())))
                .containsExactly("5", "-0.5", "1000000", "123456789012345680", "1e+21", "1.5e-7", "0.000001", "0.1");
    }

    @Test
    void durationsHaveAsManyDigitsAsTheyNeed() {
        assertThat(List.of(
                                Duration.newBuilder().setSeconds(10),
                                Duration.newBuilder().setNanos(500_000_000),
                                Duration.newBuilder().setSeconds(-1).setNanos(-1_000),
                                Duration.newBuilder().setNanos(1))
                        .stream()
                        .map(d -> json.text(d.build())))
                .containsExactly("\"10s\"", "\"0.500s\"", "\"-1.000001s\"", "\"0.000000001s\"");
    }

    @Test
    void everyKindOfFieldReadsAndPrintsAsProtobufsOwnFormatDoes() throws InvalidProtocolBufferException {
        String text = """
                {
                  "name": "c",
                  "type": "EDS",
                  "connectTimeout": "10.250s",
                  "perConnectionBufferLimitBytes": 32768,
                  "circuitBreakers": {"thresholds": [{"maxConnections": 4294967295, "trackRemaining": true}]},
                  "metadata": {"filterMetadata": {"istio": {"b": [1, null, true, 2.5, {}], "a": {"x": "y"}}}},
                  "commonLbConfig": {"healthyPanicThreshold": {"value": 12.5}, "localityWeightedLbConfig": {}},
                  "ringHashLbConfig": {"minimumRingSize": "9007199254740993", "hashFunction": "MURMUR_HASH_2"}
                }
                """;
        Cluster.Builder expected = Cluster.newBuilder();
        JsonFormat.parser().merge(text, expected);

        Cluster read = read(text, Cluster.getDefaultInstance());

        assertThat(read).isEqualTo(expected.build());
        assertThat(read(json.text(read), Cluster.getDefaultInstance())).isEqualTo(read);
        assertThat(json.text(read))
                .contains("\"9007199254740993\"")
                .contains("4294967295")
                .contains("2.5,");
    }

    @Test
    void namesMayBeThoseOfTheProtoFile() {
        assertThat(read("{\"stat_prefix\": \"x\", \"bind_to_port\": false}", Listener.getDefaultInstance()))
                .isEqualTo(read("{\"statPrefix\": \"x\", \"bindToPort\": false}", Listener.getDefaultInstance()));
    }

    @Test
    void istiosOwnMessagesAreKnown() throws InvalidProtocolBufferException {
        Filter filter = read("""
                {"name": "istio.alpn", "typedConfig": {
                  "@type": "type.googleapis.com/istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig",
                  "alpnOverride": [{"upstreamProtocol": "HTTP2", "alpnOverride": ["istio-h2", "h2"]}]}}
                """, Filter.getDefaultInstance());

        assertThat(filter.getTypedConfig()
                        .unpack(FilterConfig.class)
                        .getAlpnOverride(0)
                        .getUpstreamProtocol())
                .isEqualTo(FilterConfig.Protocol.HTTP2);
        assertThat(filter.getTypedConfig().getUnknownFields().asMap()).isEmpty();
    }

    @Test
    void contentOfUnknownTypesIsKeptAndPrinted() {
        String text = """
                {
                  "name": "golang",
                  "typedConfig": {
                    "@type": "type.googleapis.com/envoy.extensions.filters.http.golang.v3alpha.Config",
                    "library_id": "l",
                    "plugin_config": {
                      "n": 1
                    }
                  }
                }""";

        assertThat(print(text, Filter.getDefaultInstance())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"google.protobuf.Message", "google.protobuf.DynamicMessage", "google.protobuf.GeneratedMessage"})
    void classesThatAreNoTypesAreUnknownTypes(String name) {
        String text = "{\n  \"@type\": \"type.googleapis.com/" + name + "\",\n  \"a\": 1\n}";

        assertThat(print(text, Any.getDefaultInstance())).isEqualTo(text);
    }

    @Test
    void unknownFieldsAreKeptAndPrintedAfterTheOthersAtEveryDepth() {
        String text = """
                {"filter_of_tomorrow": {"a_b": [1]}, "name": "l", "filterChains": [{"name": "c", "novelty": true}]}
                """;

        assertThat(print(text, Listener.getDefaultInstance()).replaceAll("\\s", ""))
                .isEqualTo("{\"name\":\"l\",\"filterChains\":[{\"name\":\"c\",\"novelty\":true}],"
                        + "\"filter_of_tomorrow\":{\"a_b\":[1]}}");
    }

    @Test
    void bytesOfAnUnknownTypeAreShown() {
        Any any = Any.newBuilder()
                .setTypeUrl("type.googleapis.com/acme.Thing")
                .setValue(com.google.protobuf.ByteString.copyFrom(new byte[] {1, 2, (byte) 0xff}))
                .build();

        assertThat(json.text(any))
                .isEqualTo("{\n  \"@type\": \"type.googleapis.com/acme.Thing\",\n  \"value\": \"AQL/\"\n}");
    }

    @Test
    void wellKnownTypesInAnAnyStandInValue() {
        String text = """
                {
                  "@type": "type.googleapis.com/google.protobuf.StringValue",
                  "value": "x"
                }""";

        assertThat(print(text, Any.getDefaultInstance())).isEqualTo(text);
        assertThat(json.text(Any.pack(Struct.getDefaultInstance()))).contains("\"value\": {}");
    }

    @Test
    void mapsAreSortedByKey() {
        assertThat(print(
                        "{\"name\": \"r\", \"typedPerFilterConfig\": {\"b\": {}, \"a\": {}}}",
                        RouteConfiguration.getDefaultInstance()))
                .containsSubsequence("\"a\"", "\"b\"");
    }

    @Test
    void errorsNameFileLineAndField() {
        assertThatThrownBy(() -> readAll(
                        "[\n {\"name\": \"a\",\n  \"address\": {\"socketAddress\": {\n\"portValue\": \"x\"}}}]"))
                .isInstanceOf(ManifestException.class)
                .hasMessage("a.json:3: error: \"x\" stands for envoy.config.core.v3.SocketAddress.port_value,"
                        + " which wants a whole number");
        assertThatThrownBy(() -> readAll("[{\"name\": \"a\"},\n {\"trafficDirection\": \"UP\"}]"))
                .hasMessage("a.json:2: error: \"UP\" stands for envoy.config.listener.v3.Listener.traffic_direction,"
                        + " which wants one of UNSPECIFIED, INBOUND, OUTBOUND");
        assertThatThrownBy(() -> readAll("[{\"name\": \"a\"},\n {\"name\": ]"))
                .hasMessageStartingWith("a.json:2: error: not JSON");
        assertThatThrownBy(() -> readAll("{}")).hasMessage("a.json:1: error: an array of Listener is wanted");
        assertThatThrownBy(() -> readAll("[{\"name\": \"a\", \"name\": \"b\"}]"))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> readAll("")).hasMessageContaining("an array of Listener is wanted");
    }

    @Test
    void numbersOutOfRangeAreErrors() {
        for (String port : List.of("-1", "4294967296", "1.5", "1e40", "null1")) {
            assertThatThrownBy(() -> read("{\"portValue\": \"" + port + "\"}", SocketAddress.getDefaultInstance()))
                    .isInstanceOf(ManifestException.class);
        }
    }

    private String print(String text, Message prototype) {
        return json.text(read(text, prototype));
    }

    private List<Listener> readAll(String text) throws IOException {
        try (JsonReader reader = new JsonReader(new StringReader(text), "a.json")) {
            return json.readAll(reader, Listener.getDefaultInstance());
        }
    }

    private <T extends Message> T read(String text, T prototype) {
        try (JsonReader reader = new JsonReader(new StringReader(text), "a.json")) {
            reader.next();
            return json.read(reader, prototype);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
