package dev.dsctl.model.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceOrderTest {

    @Test
    void putsOlderServicesFirst() {
        MeshFixture fixture = MeshFixture.of(
                service("a", "shop", "2020-01-02"), service("b", "shop", "2020-01-01"), service("c", "shop", ""));

        assertThat(order(fixture, "1.29")).containsExactly("c.shop", "b.shop", "a.shop");
    }

    @Test
    void comparesNamesOfTheSameAgeByRelease() {
        MeshFixture fixture = MeshFixture.of(
                service("web", "z", "2020-01-01"),
                service("web", "b", "2020-01-01"),
                service("web-api", "a", "2020-01-01"));

        assertThat(order(fixture, "1.22")).containsExactly("web-api.a", "web.b", "web.z");
        assertThat(order(fixture, "1.23")).containsExactly("web.b", "web.z", "web-api.a");
    }

    private static String service(String name, String namespace, String day) {
        String created = day.isEmpty() ? "" : ", creationTimestamp: \"" + day + "T00:00:00Z\"";
        return MeshFixture.service(name, "10.96.0.1").replace("namespace: shop", "namespace: " + namespace + created);
    }

    private static List<String> order(MeshFixture fixture, String release) {
        return fixture.at(release).services().stream()
                .map(s -> s.name() + "." + s.namespace())
                .toList();
    }
}
