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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an Envoy refuses of some proxies. Proxies that differ in nothing but their names are looked at once. */
public final class Findings {

    private final BootstrapSettings settings;
    private final Trial trial;
    private final Map<Key, List<String>> found = new LinkedHashMap<>();
    /** By the digest of a bootstrap. */
    private final Map<String, List<Key>> known = new HashMap<>();

    private int taken;

    /** What is the same about a refusal in several proxies. */
    private record Key(Refusal refusal, List<Origin> origins) {}

    /** With an Envoy to ask. */
    public Findings(BootstrapSettings settings, Trial trial) {
        this.settings = settings;
        this.trial = trial;
    }

    /** Asks about a proxy. */
    public void add(Mesh mesh, Proxy proxy) {
        ProxyView view = ProxyView.of(mesh, proxy);
        Bootstrap bootstrap =
                StaticBootstrap.of(view, Renderer.render(view), settings).message();
        List<Key> keys = known.computeIfAbsent(
                digest(bootstrap.toBuilder().clearNode().build()),
                unknown -> keys(bootstrap, new Blame(view, settings)));
        keys.forEach(key -> found.computeIfAbsent(key, any -> new ArrayList<>()).add(proxy.id()));
        taken += keys.isEmpty() ? 1 : 0;
    }

    private static String digest(Bootstrap bootstrap) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bootstrap.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Key> keys(Bootstrap bootstrap, Blame blame) {
        return Refusals.of(bootstrap, trial).stream()
                .map(refusal -> new Key(refusal, blame.of(refusal)))
                .toList();
    }

    /** How many proxies it takes as they are. */
    public int taken() {
        return taken;
    }

    /** What it refuses, in the order met. */
    public List<Finding> all() {
        return found.entrySet().stream()
                .map(each -> new Finding(each.getKey().refusal(), each.getKey().origins(), each.getValue()))
                .toList();
    }
}
