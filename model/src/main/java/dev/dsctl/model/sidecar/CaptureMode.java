package dev.dsctl.model.sidecar;

/** How traffic reaches a listener of a Sidecar. Source: {@code CaptureMode}, istio/api networking/v1alpha3/sidecar.proto. */
public enum CaptureMode {
    /** As the workload's traffic is captured. */
    DEFAULT,
    /** Redirected by the kernel. */
    IPTABLES,
    /** Not captured: clients call the listener itself. */
    NONE
}
