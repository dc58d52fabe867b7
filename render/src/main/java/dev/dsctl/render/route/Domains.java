package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.profile.RouteChoices.AbsoluteNames;
import dev.dsctl.model.proxy.Families;
import dev.dsctl.model.proxy.ProxyView;
import java.util.ArrayList;
import java.util.List;

/**
 * The Host headers by which a client means a service. Source: {@code generateVirtualHostDomains}, pilot/pkg/networking/core/httproute.go.
 */
public final class Domains {

    private static final String SVC = ".svc.";
    private static final String UNSPECIFIED = "0.0.0.0";

    private final ProxyView view;
    private final boolean absoluteNames;

    /**
     * Domains of one virtual host.
     *
     * @param all in Envoy's order
     * @param expanded those that are short or long forms of the service's name; another service's full name goes before them
     */
    record ServiceDomains(List<String> all, List<String> expanded) {}

    /** The domains that a proxy may use. */
    public Domains(ProxyView view) {
        this.view = view;
        this.absoluteNames = switch (view.profile().choice(AbsoluteNames.class)) {
            case UNKNOWN -> false;
            case MATCHED -> view.mesh().env().flag("PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN", true);
        };
    }

    /**
     * The domains of a service.
     *
     * @param port added to each domain for a second one; 0 where Envoy ignores the port of a Host header
     * @param families those of the addresses
     */
    ServiceDomains of(RoutedService routed, int port, Families families) {
        List<String> all = new ArrayList<>();
        List<String> expanded = new ArrayList<>();
        for (String host : routed.hostnames()) {
            List<String> forms = forms(host, port);
            add(all, host, port);
            all.addAll(forms);
            expanded.addAll(forms);
        }
        if (routed.isHeadless()) {
            List.copyOf(all).forEach(domain -> all.add("*." + domain));
        }
        for (String address : view.routedAddressesOf(routed.service()).all()) {
            if (!address.equals(UNSPECIFIED)) {
                addAddress(all, address, port, families);
            }
        }
        return new ServiceDomains(all, expanded);
    }

    /** The domains of a host that is no service. */
    List<String> of(String host, int port) {
        List<String> all = new ArrayList<>();
        add(all, host, port);
        return all;
    }

    /** Where each family has routes of its own, istiod takes IPv6 addresses in brackets for names, and keeps them. */
    private void addAddress(List<String> all, String address, int port, Families families) {
        boolean separate = view.mesh().env().dualStack()
                && families.of(Addresses.of(address)).isEmpty();
        if (!separate) {
            add(all, address, port);
        } else if (families == Families.IPV4) {
            all.add(Hosts.bracketed(address));
        }
    }

    /** Short and long forms of a host name by which the proxy's workload may call it as well. */
    public List<String> formsOf(String host) {
        return forms(host, 0);
    }

    private List<String> forms(String host, int port) {
        List<String> forms = new ArrayList<>();
        if (absoluteNames) {
            if (!isIpAddress(host)) {
                forms.add(host + ".");
            }
            if (port != 0) {
                forms.add(Hosts.withPort(host + ".", port));
            }
        }
        if (host.endsWith(".svc.cluster.local")) {
            addShortForms(forms, host, port);
        }
        return forms;
    }

    private void addShortForms(List<String> forms, String host, int port) {
        int svc = host.indexOf(SVC);
        int dot = host.indexOf('.');
        if (svc <= 0 || dot + 1 > svc) {
            return;
        }
        String qualified = host.substring(0, svc);
        if (qualified.substring(dot + 1).equals(view.proxy().namespace())) {
            add(forms, host.substring(0, dot), port);
            add(forms, qualified + ".svc", port);
            add(forms, qualified, port);
        } else {
            add(forms, qualified, port);
            add(forms, qualified + ".svc", port);
        }
    }

    private static void add(List<String> domains, String host, int port) {
        domains.add(Hosts.bracketed(host));
        if (port != 0) {
            domains.add(Hosts.withPort(host, port));
        }
    }

    private static boolean isIpAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
