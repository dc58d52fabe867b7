package dev.dsctl.model.kube;

/**
 * A port by number or by the name of a container port, as in {@code targetPort}.
 *
 * @param number the number, 0 when named
 * @param name the name, empty when given by number
 */
public record PortReference(int number, String name) {

    /** A port by number. */
    public static PortReference of(int number) {
        return new PortReference(number, "");
    }

    /** A port by name. */
    public static PortReference named(String name) {
        return new PortReference(0, name);
    }

    /** Whether the port is given by name. */
    public boolean isNamed() {
        return !name.isEmpty();
    }
}
