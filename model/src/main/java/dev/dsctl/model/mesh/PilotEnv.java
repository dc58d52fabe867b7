package dev.dsctl.model.mesh;

import java.util.Map;

/**
 * istiod's environment, as far as given. Source: pilot/pkg/features/*.go.
 *
 * @param variables by name, for instance {@code ISTIO_DUAL_STACK}
 */
public record PilotEnv(Map<String, String> variables) {

    public PilotEnv {
        variables = Map.copyOf(variables);
    }

    /** A boolean variable, read as Go's {@code strconv.ParseBool} reads it; the default when absent or not a boolean. */
    public boolean flag(String name, boolean byDefault) {
        return flagOf(variables.getOrDefault(name, ""), byDefault);
    }

    /** A boolean, read as Go's {@code strconv.ParseBool} reads it; the default when it is none. */
    public static boolean flagOf(String text, boolean byDefault) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> byDefault;
        };
    }

    /** A variable; the default when absent. */
    public String text(String name, String byDefault) {
        return variables.getOrDefault(name, byDefault);
    }

    /** A number variable; the default when absent, no number, or out of bounds. */
    public double number(String name, double byDefault, double lowest, double highest) {
        try {
            double number = Double.parseDouble(variables.getOrDefault(name, ""));
            return number < lowest || number > highest ? byDefault : number;
        } catch (NumberFormatException notANumber) {
            return byDefault;
        }
    }

    /** Whether istiod's dual-stack support is on ({@code ISTIO_DUAL_STACK}). */
    public boolean dualStack() {
        return flag("ISTIO_DUAL_STACK", false);
    }
}
