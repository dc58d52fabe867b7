package dev.dsctl.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetPrinterTest {

    private final ProtoJson json = new ProtoJson();
    private final FleetPrinter fleet = new FleetPrinter(json);

    @Test
    void whatIsCopiedReadsAsWhatIsPrinted() throws IOException {
        List<Cluster> first = List.of(cluster("a", 0), cluster("b", 0));
        List<Cluster> second = List.of(cluster("b", 0), cluster("c", 0));
        assertThat(printed(first, 0)).isEqualTo(plain(first, 0));
        assertThat(printed(second, 0)).isEqualTo(plain(second, 0));
    }

    @Test
    void aResourceOfTheSameNameThatDiffersIsPrintedAnew() throws IOException {
        for (int variant : new int[] {1, 2, 1, 1}) {
            List<Cluster> resources = List.of(cluster("a", variant));
            assertThat(printed(resources, 0)).isEqualTo(plain(resources, 0)).contains("\"variant" + variant + "\"");
        }
    }

    @Test
    void depthIsOfThePlaceWhereItStands() throws IOException {
        List<Cluster> resources = List.of(cluster("a", 1));
        printed(resources, 0);
        assertThat(printed(resources, 2)).isEqualTo(plain(resources, 2)).isNotEqualTo(printed(resources, 0));
    }

    @Test
    void moreThanTheBufferHoldsIsWhole() throws IOException {
        List<Cluster> resources = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            resources.add(cluster("cluster-" + i + "x".repeat(500), 1));
        }
        assertThat(printed(resources, 0)).isEqualTo(plain(resources, 0));
        assertThat(printed(resources, 0)).isEqualTo(plain(resources, 0));
    }

    private static Cluster cluster(String name, int variant) {
        return Cluster.newBuilder()
                .setName(name)
                .setAltStatName("variant" + variant)
                .build();
    }

    private String printed(List<? extends Message> resources, int depth) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        JsonWriter out = new JsonWriter(text, 2, depth);
        fleet.print(ResourceKind.CLUSTERS, resources, out);
        out.flush();
        return text.toString(StandardCharsets.UTF_8);
    }

    private String plain(List<? extends Message> resources, int depth) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        JsonWriter out = new JsonWriter(text, 2, depth);
        json.write(resources, out);
        out.flush();
        return text.toString(StandardCharsets.UTF_8);
    }
}
