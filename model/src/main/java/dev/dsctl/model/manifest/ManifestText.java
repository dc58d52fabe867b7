package dev.dsctl.model.manifest;

/**
 * Manifests already at hand, such as an API server's answer.
 *
 * @param name what messages call it
 * @param utf8 YAML or JSON
 */
@SuppressWarnings("ArrayRecordComponent")
public record ManifestText(String name, byte[] utf8) {}
