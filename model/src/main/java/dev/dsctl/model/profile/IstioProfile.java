package dev.dsctl.model.profile;

import java.util.Map;

/**
 * How one Istio release turns a mesh into Envoy configuration: a set of named choices.
 *
 * @param release the release, major.minor.patch
 * @param choices the choices that differ from the oldest release's, by axis
 */
public record IstioProfile(String release, Map<Class<? extends Choice>, Choice> choices) {

    public IstioProfile {
        choices = Map.copyOf(choices);
    }

    /** What this release does on an axis. */
    public <C extends Enum<C> & Choice> C choice(Class<C> axis) {
        Choice changed = choices.get(axis);
        return changed != null ? axis.cast(changed) : axis.getEnumConstants()[0];
    }

    /** Whether this release made the given choice. For axes with two answers. */
    public <C extends Enum<C> & Choice> boolean has(C choice) {
        return choice(choice.getDeclaringClass()) == choice;
    }
}
