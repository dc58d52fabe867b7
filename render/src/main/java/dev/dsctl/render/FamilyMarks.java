package dev.dsctl.render;

import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.proxy.Families;
import dev.dsctl.model.proxy.ProxyView;

/**
 * What names end with where each family has resources of its own: those for IPv6 do, those for IPv4 are as they were. Source: {@code
 * TrafficDirectionOutbound6}, pilot/pkg/model/service.go, and {@code IPv6Suffix}, pkg/config/constants/constants.go, of the branch
 * experimental-dual-stack.
 */
public final class FamilyMarks {

    /** Names without marks. */
    public static final FamilyMarks NONE = new FamilyMarks("", "", "");

    private final String cluster;
    private final String route;
    private final String listener;

    private FamilyMarks(String cluster, String route, String listener) {
        this.cluster = cluster;
        this.route = route;
        this.listener = listener;
    }

    /** Those of a view. */
    public static FamilyMarks of(ProxyView view) {
        if (view.families() != Families.IPV6) {
            return NONE;
        }
        String listener = view.proxy().ipMode() == IpMode.DUAL ? "6" : "";
        return view.mesh().env().dualStack()
                ? new FamilyMarks("6", ".ipv6", listener)
                : new FamilyMarks("", "", listener);
    }

    /** Those of destinations that listeners name themselves: a service with one address keeps its plain name there. */
    public static FamilyMarks ofConnections(ProxyView view, Service service) {
        return service.addresses().all().size() > 1 ? of(view) : NONE;
    }

    /** Those of destinations that VirtualServices name: of a service with addresses of the family. */
    public static FamilyMarks ofDestination(ProxyView view, Service service) {
        return service.addresses().has(IpFamily.IPV6) ? of(view) : NONE;
    }

    /** Whether clusters of this family have names of their own. */
    public boolean separatesClusters() {
        return !cluster.isEmpty();
    }

    /** Whether a cluster's name is one of this family. */
    public boolean isOf(String clusterName) {
        return clusterName.startsWith("outbound" + cluster + "|");
    }

    /** {@code outbound6|80||web.shop.svc.cluster.local}. */
    public String outbound(int port, String subset, String hostname) {
        return "outbound" + cluster + "|" + port + "|" + subset + "|" + hostname;
    }

    /** {@code inbound6|8080||}. */
    public String inbound(int targetPort) {
        return "inbound" + cluster + "|" + targetPort + "||";
    }

    /** {@code 80.ipv6}. */
    public String route(String name) {
        return name + route;
    }

    /** Whether the name of a route configuration is one of this family. */
    public boolean isOfRoute(String name) {
        return !route.isEmpty() && name.endsWith(route);
    }

    /** The name of a route configuration without the mark of this family. */
    public String unmarkedRoute(String name) {
        return isOfRoute(name) ? name.substring(0, name.length() - route.length()) : name;
    }

    /** {@code virtualInbound6}. */
    public String listener(String name) {
        return name + listener;
    }
}
