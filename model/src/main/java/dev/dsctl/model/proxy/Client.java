package dev.dsctl.model.proxy;

import dev.dsctl.model.sidecar.Sidecar;
import java.util.Objects;
import java.util.Optional;

/**
 * A proxy as a client of others: what about it decides how it calls them, and nothing else. Many proxies of a mesh are the same client, and
 * what is rendered from a client is the same for all of them.
 *
 * <p>Not a record, whose {@code equals} and {@code hashCode} are put together when first called: short runs would wait for that.
 */
public final class Client {

    private final Proxy proxy;
    private final Optional<Sidecar> sidecar;

    /** Made by {@link Clients}. */
    Client(Proxy proxy, Optional<Sidecar> sidecar) {
        this.proxy = proxy;
        this.sidecar = sidecar;
    }

    /** The proxy without what is only its own; its addresses stand for their families. */
    Proxy proxy() {
        return proxy;
    }

    /** The Sidecar that says what it sees. */
    Optional<Sidecar> sidecar() {
        return sidecar;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Client that && sidecar.equals(that.sidecar) && alike(proxy, that.proxy);
    }

    private static boolean alike(Proxy a, Proxy b) {
        return a.namespace().equals(b.namespace())
                && a.addresses().all().equals(b.addresses().all())
                && a.labels().equals(b.labels())
                && a.workloadLabels().equals(b.workloadLabels())
                && a.nodeName().equals(b.nodeName())
                && a.locality().equals(b.locality())
                && a.interception() == b.interception()
                && Objects.equals(a.config(), b.config());
    }

    @Override
    public int hashCode() {
        int hash = proxy.namespace().hashCode();
        hash = 31 * hash + proxy.addresses().all().hashCode();
        hash = 31 * hash + proxy.workloadLabels().hashCode();
        return 31 * hash + proxy.nodeName().hashCode();
    }
}
