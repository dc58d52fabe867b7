package dev.dsctl.model.install;

/**
 * One setting as it came out in the end.
 *
 * @param name for instance {@code env.ISTIO_DUAL_STACK} or {@code meshConfig.accessLogFile}
 * @param value as text
 * @param from file and line, option, or which default
 */
public record Setting(String name, String value, String from) {}
