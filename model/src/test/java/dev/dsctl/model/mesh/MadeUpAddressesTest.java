package dev.dsctl.model.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.EntryChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected addresses are those of istiod's own tests. */
class MadeUpAddressesTest {

    @Test
    void dependOnNamespaceAndHost() {
        List<Service> given = given(EntryChoices.MadeUpAddresses.BY_SLOT, "a/a.example.com", "b/a.example.com");

        assertThat(given.get(0).assigned().all()).containsExactly("240.240.134.206", "2001:2::f0f0:86ce");
        assertThat(given.get(1).assigned().all()).containsExactly("240.240.41.100", "2001:2::f0f0:2964");
    }

    @Test
    void dodgeCollisions() {
        List<Service> given = given(EntryChoices.MadeUpAddresses.BY_SLOT, "/a17061.example.com", "/a44155.example.com");

        assertThat(given.get(0).assigned().all()).containsExactly("240.240.25.11", "2001:2::f0f0:19b");
        assertThat(given.get(1).assigned().all()).containsExactly("240.240.31.17", "2001:2::f0f0:1f11");
    }

    @Test
    void countedDifferentlyInOlderReleases() {
        List<Service> given = given(
                EntryChoices.MadeUpAddresses.SKIPPING_ALL,
                "a/a.example.com",
                "b/a.example.com",
                "/a17061.example.com",
                "/a44155.example.com");

        assertThat(given).extracting(s -> s.assigned().primary()).startsWith("240.240.163.38", "240.240.114.198");
    }

    @ParameterizedTest
    @CsvSource({
        "SKIPPING_ALL, 65025, 240.240.202.167",
        "SKIPPING_USED_TO_LAST_BLOCK, 65024, 240.240.10.222",
        "SKIPPING_USED, 65024, 240.240.10.222",
        "BY_SLOT, 65024, 240.240.10.222"
    })
    void fillTheTableWithoutRepeating(EntryChoices.MadeUpAddresses walk, int slots, String last) {
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            services.add(service("/foo" + i + ".com"));
        }

        List<Service> given = MadeUpAddresses.given(services, walk);

        assertThat(given.get(given.size() - 1).assigned().primary()).isEqualTo(last);
        assertThat(given).extracting(s -> s.assigned().primary()).doesNotHaveDuplicates();
    }

    private static List<Service> given(EntryChoices.MadeUpAddresses walk, String... keys) {
        List<Service> services = new ArrayList<>();
        for (String key : keys) {
            services.add(service(key));
        }
        return MadeUpAddresses.given(services, walk);
    }

    private static Service service(String key) {
        int slash = key.indexOf('/');
        String host = key.substring(slash + 1);
        return new Service(
                host,
                host,
                key.substring(0, slash),
                Service.Registry.SERVICE_ENTRY,
                Addresses.NONE,
                Addresses.NONE,
                List.of(),
                Resolution.DNS,
                true,
                "",
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                Service.Kubernetes.NONE,
                new SourceRef("entries.yaml", 1));
    }
}
