package dev.dsctl.model.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.mesh.MeshFixture;
import dev.dsctl.model.mesh.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAddressesTest {

    private static final String V4 = "10.96.0.1";
    private static final String V6 = "fd00:96::1";
    private static final String[] DUAL = {"10.244.0.1", "fd00:244::1"};
    private static final String[] IPV4 = {"10.244.0.1"};
    private static final String[] IPV6 = {"fd00:244::1"};

    /** Columns: release, proxy, service, what listeners bind to, what virtual hosts answer to. */
    @ParameterizedTest
    @CsvSource({
        "1.17,   DUAL, 64, 64, 6",
        "1.17,   IPV4, 64, 64, 6",
        "1.17,   IPV6, 46, 46, 4",
        "1.19.0, DUAL, 64, 64, 64",
        "1.22,   IPV4, 64, 64, 64",
        "1.22.4, IPV4, 64, 64, 64",
        "1.23.0, IPV4, 64, 64, 64",
        "1.23.1, IPV4, 64, 6,  4",
        "1.23,   IPV4, 46, 4,  4",
        "1.23,   DUAL, 64, 64, 64",
        "1.24.0, DUAL, 64, 44, 64",
        "1.24.0, DUAL, 46, 46, 46",
        "1.24.0, IPV4, 64, 4,  4",
        "1.24.5, DUAL, 64, 44, 64",
        "1.24.6, DUAL, 64, 64, 64",
        "1.25.2, DUAL, 64, 44, 64",
        "1.25.3, DUAL, 64, 64, 64",
        "1.29,   DUAL, 46, 46, 46",
        "1.29,   IPV4, 64, 4,  4",
        "1.29,   IPV6, 46, 6,  6",
        "1.29,   IPV6, 4,  4,  4",
        "1.30,   IPV6, 4,  4,  ''",
        "1.30,   DUAL, 64, 64, 64"
    })
    void withDualStackOn(String release, String mode, String service, String listened, String routed) {
        check(fixture(mode, service), release, listened, routed);
    }

    @ParameterizedTest
    @CsvSource({
        "1.17,   DUAL, 64, 64, 6",
        "1.19.0, DUAL, 64, 6,  6",
        "1.22.4, DUAL, 64, 6,  6",
        "1.23,   DUAL, 46, 4,  4",
        "1.24.0, DUAL, 64, 4,  4",
        "1.24.6, DUAL, 64, 6,  6",
        "1.29,   DUAL, 64, 6,  6",
        "1.29,   DUAL, 46, 4,  4",
        "1.29,   IPV6, 46, 6,  6"
    })
    void withDualStackOff(String release, String mode, String service, String listened, String routed) {
        check(fixture(mode, service).env("ISTIO_DUAL_STACK", "false"), release, listened, routed);
    }

    @ParameterizedTest
    @CsvSource({
        "1.22,   DUAL, 64, 6,  6",
        "1.22.4, DUAL, 64, 64, 6",
        "1.29,   DUAL, 64, 64, 64",
        "1.29,   IPV4, 64, 4,  4"
    })
    void withAmbientInstead(String release, String mode, String service, String listened, String routed) {
        MeshFixture fixture =
                fixture(mode, service).env("ISTIO_DUAL_STACK", "false").env("PILOT_ENABLE_AMBIENT", "true");
        check(fixture, release, listened, routed);
    }

    private static void check(MeshFixture fixture, String release, String listened, String routed) {
        ProxyView view = fixture.view(release, "client");
        Service service = view.services().get(0);

        assertThat(view.addressesOf(service).all()).as("listened").containsExactly(vips(listened));
        assertThat(view.routedAddressesOf(service).all()).as("routed").containsExactly(vips(routed));
    }

    private static MeshFixture fixture(String mode, String service) {
        String[] ips = switch (mode) {
            case "IPV4" -> IPV4;
            case "IPV6" -> IPV6;
            default -> DUAL;
        };
        return MeshFixture.of(MeshFixture.service("web", vips(service)), MeshFixture.pod("client", "client", ips));
    }

    /** {@code 64} stands for the IPv6 address, then the IPv4 address. */
    private static String[] vips(String families) {
        return families.chars().mapToObj(c -> c == '4' ? V4 : V6).toArray(String[]::new);
    }
}
