package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Fields;

/**
 * Completes the host names that one Istio resource mentions. Where nobody says what completes short ones, istiod's answer may differ from
 * what its installation makes of them, which is worth a warning for each resource.
 */
public final class ShortHosts {

    private final String namespace;
    private final String domain;
    private boolean warned;

    /**
     * For a resource.
     *
     * @param namespace the resource's namespace
     * @param domain what completes short host names, empty when it isn't known
     */
    public ShortHosts(String namespace, String domain) {
        this.namespace = namespace;
        this.domain = domain;
    }

    /** The complete name of a host that stands in a field. */
    public String complete(Fields owner, String key, String host) {
        String complete = Hostnames.qualified(host, namespace, domain);
        if (domain.isEmpty() && !warned && !complete.equals(host)) {
            warned = true;
            owner.warning(
                    key,
                    "the short host name '" + host + "' becomes " + complete
                            + ", because no Deployment of istiod says the domain (--domain); write the full name");
        }
        return complete;
    }
}
