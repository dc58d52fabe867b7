package dev.dsctl.render;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ClusterChoices.StatPatterns;
import dev.dsctl.model.profile.IstioProfile;

/**
 * A pattern of statistics names, as the mesh's settings have it. Source: {@code BuildStatPrefix},
 * pilot/pkg/networking/telemetry/telemetry.go.
 *
 * @param text for instance {@code %SERVICE%_%SERVICE_PORT%}; empty when none is set
 * @param known which variables it may contain
 */
public record StatPattern(String text, StatPatterns known) {

    /** A pattern as a release reads it. */
    public static StatPattern of(String text, IstioProfile profile) {
        return new StatPattern(text, profile.choice(StatPatterns.class));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The name for a port of a subject; variables that it doesn't know stay. */
    public String filled(Subject subject, ServicePort port) {
        String filled = text.replace("%SERVICE%", subject.shortName);
        if (known == StatPatterns.WITH_SERVICE_NAME) {
            filled = filled.replace("%SERVICE_NAME%", subject.name);
        }
        return filled.replace("%SERVICE_FQDN%", subject.hostname)
                .replace("%SERVICE_PORT%", Integer.toString(port.number()))
                .replace("%SERVICE_PORT_NAME%", port.name());
    }

    /** The pattern with the name of a subset put in. */
    public StatPattern withSubset(String subset) {
        return new StatPattern(text.replace("%SUBSET_NAME%", subset), known);
    }

    /** The pattern with the port put in on which workloads listen, where a release knows that variable. */
    public StatPattern withTargetPort(int port) {
        return known == StatPatterns.BASIC
                ? this
                : new StatPattern(text.replace("%TARGET_PORT%", Integer.toString(port)), known);
    }

    /**
     * What statistics are about.
     *
     * @param hostname of the service, or what stands for it; empty when there is none
     * @param shortName {@code name.namespace} of a Kubernetes service, else the host name
     * @param name of a Kubernetes service, else the host name
     */
    public record Subject(String hostname, String shortName, String name) {

        /** Nothing that has a name. */
        public static final Subject NONE = of("");

        /** A service. */
        public static Subject of(Service service) {
            return service.registry() == Service.Registry.KUBERNETES
                    ? new Subject(service.hostname(), service.name() + "." + service.namespace(), service.name())
                    : of(service.hostname());
        }

        /** Something that has a host name only. */
        public static Subject of(String hostname) {
            return new Subject(hostname, hostname, hostname);
        }
    }
}
