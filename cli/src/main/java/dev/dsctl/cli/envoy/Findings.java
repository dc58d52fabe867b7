package dev.dsctl.cli.envoy;

import dev.dsctl.golden.report.Origin;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.bootstrap.BootstrapSettings;
import dev.dsctl.render.bootstrap.Refusal;
import dev.dsctl.render.bootstrap.Refusals;
import dev.dsctl.render.bootstrap.StaticBootstrap;
import dev.dsctl.render.bootstrap.Trial;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an Envoy refuses of some proxies.
 *
 * @param all what it refuses, in the order of the proxies
 * @param taken how many proxies it takes as they are
 */
public record Findings(List<Finding> all, int taken) {

    /** What is the same about a refusal in several proxies. */
    private record Key(Refusal refusal, List<Origin> origins) {}

    /** What is found of proxies that are alike. */
    private record Group(List<Proxy> proxies, List<Key> keys) {}

    /** Asks about some proxies, several at a time. Those that differ in nothing but their names are looked at once. */
    public static Findings of(Mesh mesh, List<Proxy> proxies, BootstrapSettings settings, Trial trial) {
        Map<String, List<Proxy>> alike = new LinkedHashMap<>();
        for (Proxy proxy : proxies) {
            alike.computeIfAbsent(digest(bootstrap(ProxyView.of(mesh, proxy), settings)), any -> new ArrayList<>())
                    .add(proxy);
        }
        List<Group> groups = alike.values().parallelStream()
                .map(group -> new Group(group, keys(ProxyView.of(mesh, group.get(0)), settings, trial)))
                .toList();
        Map<Key, List<String>> found = new LinkedHashMap<>();
        int taken = 0;
        for (Group group : groups) {
            List<String> ids = group.proxies().stream().map(Proxy::id).toList();
            taken += group.keys().isEmpty() ? ids.size() : 0;
            group.keys()
                    .forEach(key ->
                            found.computeIfAbsent(key, any -> new ArrayList<>()).addAll(ids));
        }
        List<Finding> all = found.entrySet().stream()
                .map(each -> new Finding(each.getKey().refusal(), each.getKey().origins(), each.getValue()))
                .toList();
        return new Findings(all, taken);
    }

    private static Bootstrap bootstrap(ProxyView view, BootstrapSettings settings) {
        return StaticBootstrap.of(view, Renderer.render(view), settings).message();
    }

    private static List<Key> keys(ProxyView view, BootstrapSettings settings, Trial trial) {
        Blame blame = new Blame(view, settings);
        return Refusals.of(bootstrap(view, settings), trial).stream()
                .map(refusal -> new Key(refusal, blame.of(refusal)))
                .toList();
    }

    private static String digest(Bootstrap bootstrap) {
        byte[] nameless = bootstrap.toBuilder().clearNode().build().toByteArray();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(nameless));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
