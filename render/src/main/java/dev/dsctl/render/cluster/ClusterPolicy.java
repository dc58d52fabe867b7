package dev.dsctl.render.cluster;

import dev.dsctl.model.security.MutualTlsMode;
import dev.dsctl.model.traffic.TrafficPolicy;

/**
 * What decides how hosts of a cluster are spoken to.
 *
 * @param policy the traffic policy of the cluster's port and subset
 * @param accepted what the service's workloads take to accept
 */
record ClusterPolicy(TrafficPolicy policy, MutualTlsMode accepted) {}
