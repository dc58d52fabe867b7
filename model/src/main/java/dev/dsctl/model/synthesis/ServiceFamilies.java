package dev.dsctl.model.synthesis;

import dev.dsctl.model.mesh.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which families the API server gives a new Service. Source: {@code initIPFamilyFields} of Kubernetes,
 * pkg/registry/core/service/storage/alloc.go.
 *
 * @param policy {@code ipFamilyPolicy} after defaulting
 * @param families {@code ipFamilies} after defaulting, the preferred one first
 * @param refusal why the API server refuses the Service, in its words; empty when it doesn't
 */
record ServiceFamilies(FamilyPolicy policy, List<IpFamily> families, Optional<Refusal> refusal) {

    private static final String BOTH_NEEDED =
            "must be 'RequireDualStack' or 'PreferDualStack' when multiple %s are specified";

    /**
     * Why a field can't be.
     *
     * @param field path of a field below the spec
     * @param value what it holds
     * @param message what the API server says
     */
    record Refusal(String field, String value, String message) {

        /** The field without the place in its list. */
        String key() {
            int bracket = field.indexOf('[');
            return bracket < 0 ? field : field.substring(0, bracket);
        }
    }

    /**
     * What a manifest says.
     *
     * @param policy {@code ipFamilyPolicy} if given
     * @param families {@code ipFamilies} as given
     * @param clusterIps families of the addresses given; none for a headless Service
     * @param kind what decides between special cases
     */
    record Request(Optional<FamilyPolicy> policy, List<IpFamily> families, List<IpFamily> clusterIps, Kind kind) {}

    /** What decides between special cases. */
    enum Kind {
        WITH_ADDRESS,
        HEADLESS,
        HEADLESS_WITHOUT_SELECTOR
    }

    /** The answer of a cluster that has the given families, its default first. */
    static ServiceFamilies of(Request request, List<IpFamily> cluster) {
        boolean freely = request.kind() == Kind.HEADLESS_WITHOUT_SELECTOR;
        FamilyPolicy policy =
                request.policy().orElse(freely ? FamilyPolicy.REQUIRE_DUAL_STACK : FamilyPolicy.SINGLE_STACK);
        List<IpFamily> families = new ArrayList<>(request.families());
        for (int i = families.size(); i < request.clusterIps().size(); i++) {
            families.add(request.clusterIps().get(i));
        }
        Optional<Refusal> refusal = contradiction(request, policy, cluster);
        if (refusal.isEmpty() && !freely) {
            refusal = notOnThisCluster(policy, families, cluster);
        }
        if (refusal.isPresent()) {
            return new ServiceFamilies(policy, List.copyOf(families), refusal);
        }
        if (families.isEmpty()) {
            families.add(cluster.get(0));
        }
        boolean both = policy != FamilyPolicy.SINGLE_STACK && (freely || cluster.size() == 2);
        if (both && families.size() == 1) {
            families.add(families.get(0) == IpFamily.IPV4 ? IpFamily.IPV6 : IpFamily.IPV4);
        }
        return new ServiceFamilies(policy, List.copyOf(families), Optional.empty());
    }

    private static Optional<Refusal> contradiction(Request request, FamilyPolicy policy, List<IpFamily> cluster) {
        if (policy == FamilyPolicy.SINGLE_STACK && request.clusterIps().size() == 2) {
            return refused("ipFamilyPolicy", policy, BOTH_NEEDED.formatted("cluster IPs"));
        }
        if (policy == FamilyPolicy.SINGLE_STACK && request.families().size() == 2) {
            return refused("ipFamilyPolicy", policy, BOTH_NEEDED.formatted("IP families"));
        }
        for (int i = request.families().size(); i < request.clusterIps().size(); i++) {
            IpFamily family = request.clusterIps().get(i);
            if (!cluster.contains(family)) {
                return refused("clusterIPs[" + i + "]", family, family + " is not configured on this cluster");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> notOnThisCluster(
            FamilyPolicy policy, List<IpFamily> families, List<IpFamily> cluster) {
        if (policy == FamilyPolicy.REQUIRE_DUAL_STACK && cluster.size() < 2) {
            return refused("ipFamilyPolicy", policy, "this cluster is not configured for dual-stack services");
        }
        for (int i = 0; i < families.size(); i++) {
            if (!cluster.contains(families.get(i))) {
                return refused("ipFamilies[" + i + "]", families.get(i), "not configured on this cluster");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(String field, Object value, String message) {
        return Optional.of(new Refusal(field, value.toString(), message));
    }
}
