package dev.dsctl.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.proxy.Client;
import dev.dsctl.model.proxy.Clients;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.telemetry.Tracing;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proxies that differ in all ways that a mesh can tell them apart share nothing that isn't the same for both. */
class FleetTest {

    private static final int ORDERS = 3;

    static Stream<IstioProfile> profiles() {
        List<String> lines = IstioProfiles.lines();
        return Stream.of(lines.get(0), lines.get(lines.size() / 2), lines.get(lines.size() - 1), "per-family")
                .map(IstioProfiles::named);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatIsRenderedTogetherIsAsRenderedAlone(IstioProfile profile) throws IOException {
        Mesh mesh = mesh(profile);
        Map<String, XdsSnapshot> alone = new HashMap<>();
        mesh.proxies().forEach(proxy -> alone.put(proxy.id(), Renderer.render(ProxyView.of(mesh, proxy))));
        assertThat(new HashSet<>(alone.values()))
                .as("proxies that differ")
                .hasSizeGreaterThan(mesh.proxies().size() / 2);
        for (int seed = 0; seed < ORDERS; seed++) {
            List<Proxy> order = new ArrayList<>(mesh.proxies());
            Collections.shuffle(order, new Random(seed));
            Fleet fleet = new Fleet(mesh);
            Map<String, XdsSnapshot> together = new HashMap<>();
            InOrder.each(
                    order,
                    2,
                    proxy -> Map.entry(proxy.id(), fleet.render(proxy)),
                    each -> together.put(each.getKey(), each.getValue()));
            assertThat(together).isEqualTo(alone);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aClientHasAllThatDecidesHowItCalls(IstioProfile profile) throws IOException {
        Mesh mesh = mesh(profile);
        Clients clients = new Clients(mesh);
        Set<Client> somewhere = new HashSet<>();
        for (Proxy proxy : mesh.proxies()) {
            ProxyView whole = ProxyView.of(mesh, proxy);
            Tracing tracing = Tracing.of(whole).outboundOnly();
            Routing expected = Routing.of(whole);
            Routing actual = Routing.of(ProxyView.of(mesh, clients.anywhere(proxy)));
            Routing.Part listeners = expected.traced(tracing);
            assertThat(actual.traced(tracing)).as(proxy.id()).isEqualTo(listeners);
            assertThat(actual.routes(listeners.routes())).as(proxy.id()).isEqualTo(expected.routes(listeners.routes()));
            Upstreams upstreams = Upstreams.of(ProxyView.of(mesh, clients.somewhere(proxy)));
            assertThat(upstreams.clusters())
                    .as(proxy.id())
                    .isEqualTo(Upstreams.of(whole).clusters());
            assertThat(upstreams.endpoints())
                    .as(proxy.id())
                    .isEqualTo(Upstreams.of(whole).endpoints());
            somewhere.add(clients.somewhere(proxy));
        }
        assertThat(somewhere).hasSizeBetween(2, mesh.proxies().size() - 1);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aPodReachesItselfWithoutTheSidecar(IstioProfile profile) throws IOException {
        Mesh mesh = mesh(profile);
        Fleet fleet = new Fleet(mesh);
        Set<String> listening = new HashSet<>();
        for (Proxy proxy : mesh.proxies()) {
            Set<String> names = names(fleet.render(proxy));
            assertThat(names).doesNotContain(proxy.addresses().primary() + "_7000");
            listening.addAll(names);
        }
        assertThat(listening).contains("10.1.0.9_7000");
    }

    private static Set<String> names(XdsSnapshot snapshot) {
        Set<String> names = new HashSet<>();
        snapshot.listeners().stream().map(Listener::getName).forEach(names::add);
        return names;
    }

    private static Mesh mesh(IstioProfile profile) throws IOException {
        byte[] text;
        try (InputStream in = FleetTest.class.getResourceAsStream("fleet.yaml")) {
            text = in.readAllBytes();
        }
        Problems problems = new Problems();
        MeshSettings settings = new MeshSettings(
                profile, new PilotEnv(Map.of("ISTIO_DUAL_STACK", "true")), MeshConfig.DEFAULT, "cluster.local");
        Mesh mesh =
                Mesh.of(ManifestReader.readTexts(List.of(new ManifestText("fleet.yaml", text))), settings, problems);
        problems.throwIfErrors();
        return mesh;
    }
}
