package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import java.util.ArrayList;
import java.util.List;

/**
 * A service in a route configuration.
 *
 * @param service the service
 * @param hostname its host name, in the case that Envoy gets
 * @param ports the ports that the route configuration is for
 */
record RoutedService(Service service, String hostname, List<ServicePort> ports) {

    /** Its host name and those of its aliases. */
    List<String> hostnames() {
        if (service.aliases().isEmpty()) {
            return List.of(hostname);
        }
        List<String> hostnames = new ArrayList<>();
        hostnames.add(hostname);
        service.aliases().forEach(alias -> hostnames.add(alias.substring(alias.indexOf('/') + 1)));
        return hostnames;
    }

    /** Whether clients also call its pods by names below its own. */
    boolean isHeadless() {
        return service.resolution() == Resolution.PASSTHROUGH && service.registry() == Service.Registry.KUBERNETES;
    }

    /** Whether a port carries requests that Envoy can route. */
    static boolean isRouted(ServicePort port) {
        return port.protocol().isHttp() || port.protocol() == Protocol.UNSUPPORTED;
    }
}
