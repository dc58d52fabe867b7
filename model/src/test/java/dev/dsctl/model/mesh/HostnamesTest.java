package dev.dsctl.model.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostnamesTest {

    @ParameterizedTest
    @CsvSource({
        "a.com, a.com, true",
        "a.com, b.com, false",
        "*.com, a.com, true",
        "a.com, *.com, false",
        "*, a.com, true",
        "*, *.com, true",
        "*.com, *.a.com, true",
        "*.a.com, *.com, false",
        "*.a.com, a.com, false",
        "*a.com, a.com, true",
        "*.a.com, com, false"
    })
    void aWildcardCoversWhatEndsInItsRest(String wide, String narrow, boolean covers) {
        assertThat(Hostnames.covers(wide, narrow)).isEqualTo(covers);
    }

    @Test
    void theMostSpecificNameIsTheHostItselfElseTheLongestWildcard() {
        Map<String, String> hosts = Map.of("a.b.com", "exact");
        Map<String, String> wildcards = Map.of("*", "any", "*.com", "short", "*.b.com", "long");

        assertThat(Hostnames.mostSpecific("a.b.com", hosts, wildcards)).contains("exact");
        assertThat(Hostnames.mostSpecific("c.b.com", hosts, wildcards)).contains("long");
        assertThat(Hostnames.mostSpecific("b.com", hosts, wildcards)).contains("short");
        assertThat(Hostnames.mostSpecific("b.org", hosts, wildcards)).contains("any");
        assertThat(Hostnames.mostSpecific("*.x.b.com", hosts, wildcards)).contains("long");
        assertThat(Hostnames.mostSpecific("b.org", hosts, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "web, cluster.local, web.shop.svc.cluster.local",
        "web, '', web.shop",
        "web.other, cluster.local, web.other",
        "*, cluster.local, *",
        "2001:db8::1, cluster.local, 2001:db8::1"
    })
    void aNameWithoutDotsIsAServiceOfTheResourcesNamespace(String host, String domain, String qualified) {
        assertThat(Hostnames.qualified(host, "shop", domain)).isEqualTo(qualified);
    }
}
