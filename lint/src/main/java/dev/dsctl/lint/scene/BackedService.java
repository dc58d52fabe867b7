package dev.dsctl.lint.scene;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.kube.KubeSlice;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import java.util.List;

/**
 * A Kubernetes Service and what is behind it.
 *
 * @param kube as written
 * @param service as istiod knows it
 * @param pods those it selects that have addresses, by name
 * @param slices its EndpointSlices, by name
 */
public record BackedService(KubeService kube, Service service, List<KubePod> pods, List<KubeSlice> slices) {

    /** Whether it has a virtual address of each family. */
    public boolean isDual() {
        return service.addresses().mode() == IpMode.DUAL;
    }

    /** Whether it is headless and asks for both families. */
    public boolean isDualHeadless() {
        return kube.isHeadless() && kube.families().listed().size() > 1;
    }

    /** The families it asks for or has addresses of, the preferred one first; none when that isn't told. */
    public List<IpFamily> families() {
        if (!service.addresses().isEmpty()) {
            return service.addresses().all().stream().map(IpFamily::of).toList();
        }
        return kube.families().listed().stream()
                .map(text -> text.equals(IpFamily.IPV6.toString()) ? IpFamily.IPV6 : IpFamily.IPV4)
                .toList();
    }

    /** The pods with addresses of both families. */
    public List<KubePod> dualPods() {
        return pods.stream().filter(pod -> mode(pod) == IpMode.DUAL).toList();
    }

    /** The families of a pod's addresses. */
    public static IpMode mode(KubePod pod) {
        return new Addresses(pod.status().ips()).mode();
    }
}
