package dev.dsctl.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.profile.AddressChoices.FamilyDesign;
import org.junit.jupiter.api.Test;

class DesignProfilesTest {

    @Test
    void anyReleaseTakesTheFirstDesign() {
        IstioProfile release = IstioProfiles.newest();
        IstioProfile perFamily = IstioProfiles.perFamily(release);
        assertThat(perFamily.has(FamilyDesign.PER_FAMILY)).isTrue();
        assertThat(perFamily.has(MeshChoices.PodEndpoints.ONE_PER_SLICE)).isTrue();
        assertThat(perFamily.choice(RouteChoices.DomainPorts.class))
                .isEqualTo(release.choice(RouteChoices.DomainPorts.class));
    }

    @Test
    void theBranchTakesTheSecondDesign() {
        IstioProfile branch = IstioProfiles.named("per-family");
        IstioProfile multiAddress = IstioProfiles.multiAddress(branch);
        assertThat(branch.has(FamilyDesign.PER_FAMILY)).isTrue();
        assertThat(multiAddress.has(FamilyDesign.MULTI_ADDRESS)).isTrue();
        assertThat(multiAddress.choice(RouteChoices.DomainPorts.class))
                .isEqualTo(branch.choice(RouteChoices.DomainPorts.class));
    }
}
