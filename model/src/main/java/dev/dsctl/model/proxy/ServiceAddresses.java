package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.AddressChoices;
import dev.dsctl.model.profile.IstioProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which of a service's virtual addresses a proxy reaches it. Source: {@code GetAddressForProxy}, {@code GetExtraAddressesForProxy}
 * and {@code GetAllAddressesForProxy}, pilot/pkg/model/service.go.
 */
final class ServiceAddresses {

    private final MeshSettings settings;
    private final IstioProfile profile;
    private final PilotEnv env;
    private final Proxy proxy;
    private final IpMode mode;

    ServiceAddresses(MeshSettings settings, Proxy proxy) {
        this.settings = settings;
        this.profile = settings.profile();
        this.env = settings.env();
        this.proxy = proxy;
        this.mode = proxy.ipMode();
    }

    /** What a listener for the service binds to. */
    Addresses listened(Service service) {
        return service.addresses().isEmpty() ? assigned(service) : listened(service.addresses());
    }

    private Addresses listened(Addresses vips) {
        List<String> listened = new ArrayList<>();
        listened.add(primary(vips));
        listened.addAll(extra(vips));
        return new Addresses(listened);
    }

    /** What the service's virtual host answers to. */
    Addresses routed(Service service) {
        Addresses vips = service.addresses();
        if (vips.isEmpty()) {
            return assigned(service).primaryOnly();
        }
        return switch (profile.choice(AddressChoices.RouteVips.class)) {
            case PRIMARY -> Addresses.of(primary(vips));
            case PRIMARY_AND_EXTRA -> env.dualStack() ? listened(vips) : Addresses.of(primary(vips));
            case ALL_IF_DUAL_STACK -> env.dualStack() ? usable(vips) : Addresses.of(primary(vips));
            case ALL -> usable(vips);
            case ALL_OF_PROXY_FAMILIES -> isForeign(service) ? Addresses.NONE : usable(vips);
        };
    }

    /** What istiod gave to a service without addresses, if the proxy uses that. */
    private Addresses assigned(Service service) {
        Addresses own = service.assigned();
        Addresses usable = mode == IpMode.DUAL ? own : oneFamily(own);
        if (!usesAssigned() || usable.isEmpty()) {
            return Addresses.NONE;
        }
        return switch (profile.choice(AddressChoices.ExtraVips.class)) {
            case ALL, ALL_IF_DUAL_STACK, ALL_OR_ONE_FAMILY -> usable.primaryOnly();
            case BY_PROXY_FAMILIES -> usable(usable);
        };
    }

    private boolean usesAssigned() {
        boolean allocates = switch (profile.choice(AddressChoices.AssignedVips.class)) {
            case CAPTURE_AND_ALLOCATE -> proxy.isSet("DNS_AUTO_ALLOCATE");
            case CAPTURE -> proxy.isSet("DNS_AUTO_ALLOCATE") || settings.assignsAddresses();
        };
        return allocates && proxy.isSet("DNS_CAPTURE");
    }

    /** Whether Kubernetes gave it addresses, but none of a family that the proxy has. */
    private boolean isForeign(Service service) {
        boolean kubernetes = service.registry() == Service.Registry.KUBERNETES;
        return kubernetes
                && mode != IpMode.DUAL
                && oneFamily(service.addresses()).isEmpty();
    }

    private String primary(Addresses vips) {
        return switch (profile.choice(AddressChoices.PrimaryVip.class)) {
            case FIRST -> vips.primary();
            case PROXY_FAMILY_IPV4_FIRST, PROXY_FAMILY ->
                orDefault(oneFamily(vips), vips).primary();
        };
    }

    private List<String> extra(Addresses vips) {
        return switch (profile.choice(AddressChoices.ExtraVips.class)) {
            case ALL -> vips.additional();
            case ALL_IF_DUAL_STACK -> env.dualStack() ? vips.additional() : List.of();
            case ALL_OR_ONE_FAMILY, BY_PROXY_FAMILIES -> usable(vips).additional();
        };
    }

    private Addresses usable(Addresses vips) {
        boolean allFamilies = env.dualStack() || env.flag("PILOT_ENABLE_AMBIENT", false);
        boolean all = profile.has(AddressChoices.ExtraVips.ALL_OR_ONE_FAMILY)
                ? allFamilies
                : allFamilies && mode == IpMode.DUAL;
        return all ? vips : orDefault(oneFamily(vips), vips);
    }

    /** Those of one family the proxy has: for a dual-stack proxy the family of the first, or IPv4 in releases that prefer it. */
    private Addresses oneFamily(Addresses vips) {
        return switch (mode) {
            case IPV4 -> vips.of(IpFamily.IPV4);
            case IPV6 -> vips.of(IpFamily.IPV6);
            case DUAL ->
                profile.has(AddressChoices.PrimaryVip.PROXY_FAMILY)
                        ? vips.of(IpFamily.of(vips.primary()))
                        : orDefault(vips.of(IpFamily.IPV4), vips);
        };
    }

    /** What Istio falls back to: the service's first address, whatever its family. */
    private static Addresses orDefault(Addresses addresses, Addresses vips) {
        return addresses.isEmpty() ? vips.primaryOnly() : addresses;
    }
}
