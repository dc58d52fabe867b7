package dev.dsctl.model.synthesis;

import java.util.Optional;

/** {@code Service.spec.ipFamilyPolicy}. */
enum FamilyPolicy {
    SINGLE_STACK("SingleStack"),
    PREFER_DUAL_STACK("PreferDualStack"),
    REQUIRE_DUAL_STACK("RequireDualStack");

    private final String text;

    FamilyPolicy(String text) {
        this.text = text;
    }

    /** The policy of that name, if there is one. */
    static Optional<FamilyPolicy> named(String text) {
        for (FamilyPolicy policy : values()) {
            if (policy.text.equals(text)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /** As Kubernetes writes it. */
    @Override
    public String toString() {
        return text;
    }
}
