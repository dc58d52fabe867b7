package dev.dsctl.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.profile.AddressChoices.PrimaryVip;
import dev.dsctl.model.profile.EntryChoices.EntryAddresses;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {

    private static List<String> endOf(Predicate<IstioProfile> what, String release) {
        return ReleaseHistory.endOf(what, IstioProfiles.named(release)).stream()
                .map(Release::toString)
                .toList();
    }

    @Test
    void everyLineUpToTheOneThatNeverHasIt() {
        Predicate<IstioProfile> ipv4First = profile -> profile.has(PrimaryVip.PROXY_FAMILY_IPV4_FIRST);
        assertThat(endOf(ipv4First, "1.24.0")).containsExactly("1.24.6", "1.25.3", "1.26.0");
        assertThat(endOf(ipv4First, "1.25.2")).containsExactly("1.25.3", "1.26.0");
    }

    @Test
    void whatComesAndGoesIsGoneWhereItStaysAway() {
        Predicate<IstioProfile> perHost = profile -> profile.has(EntryAddresses.SERVICE_PER_HOST);
        assertThat(endOf(perHost, "1.22.4")).containsExactly("1.22.5", "1.23.1", "1.24.3", "1.25.0");
        assertThat(endOf(perHost, "1.24.1")).containsExactly("1.24.3", "1.25.0");
    }

    @Test
    void whatTheNewestReleaseHasDoesNotGoAway() {
        assertThat(endOf(profile -> profile.has(EntryAddresses.SERVICE_PER_ADDRESS), "1.18.0"))
                .isEmpty();
    }
}
