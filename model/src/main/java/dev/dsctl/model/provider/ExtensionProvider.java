package dev.dsctl.model.provider;

import dev.dsctl.model.manifest.Fields;

/**
 * Something outside the proxy that policies can name: {@code extensionProviders} of the mesh's settings. Source: istio/api
 * mesh/v1alpha1/config.proto.
 */
public sealed interface ExtensionProvider permits ExtAuthzProvider, ExtensionProvider.Other {

    /** The name policies use. */
    String name();

    /**
     * A provider of a kind that isn't read further.
     *
     * @param name the name policies use
     * @param kind the field that holds its settings, for instance {@code zipkin}; empty when there is none
     */
    record Other(String name, String kind) implements ExtensionProvider {}

    /** A provider as written. */
    static ExtensionProvider of(Fields provider) {
        String name = provider.string("name");
        for (String kind : provider.keys()) {
            switch (kind) {
                case "name" -> {
                    // The settings stand beside the name.
                }
                case "envoyExtAuthzHttp" -> {
                    return ExtAuthzProvider.http(name, provider.fields(kind));
                }
                case "envoyExtAuthzGrpc" -> {
                    return ExtAuthzProvider.grpc(name, provider.fields(kind));
                }
                default -> {
                    return new Other(name, kind);
                }
            }
        }
        return new Other(name, "");
    }
}
