package dev.dsctl.cli.live;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that choose the cluster when no manifests are given. */
public final class LiveOptions {

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description =
                    "Kubeconfig of the cluster to read (default: KUBECONFIG, ~/.kube/config, or the pod's own account).")
    private Path kubeconfig;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Context of the kubeconfig (default: its current one).")
    private String context;

    @Option(
            names = "--request-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for each answer of the API server (default: ${DEFAULT-VALUE}).")
    private int requestTimeout;

    /** How long to wait for an answer, in seconds. */
    int requestTimeout() {
        return Math.max(1, requestTimeout);
    }

    Optional<Path> kubeconfig() {
        return Optional.ofNullable(kubeconfig);
    }

    Optional<String> context() {
        return Optional.ofNullable(context);
    }

    /** Whether either was given. */
    public boolean given() {
        return kubeconfig != null || context != null;
    }
}
