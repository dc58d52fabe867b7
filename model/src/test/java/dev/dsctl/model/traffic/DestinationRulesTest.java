package dev.dsctl.model.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.traffic.DestinationRule.Subset;
import dev.dsctl.model.traffic.DestinationRules.Client;
import dev.dsctl.model.traffic.DestinationRules.Host;
import dev.dsctl.model.traffic.DestinationRules.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DestinationRulesTest {

    private static final String WEB = "web.shop.svc.cluster.local";
    private static final Host HOST = new Host(WEB, "shop");

    @Test
    void addsSubsetsOfYoungerRulesToTheOldest() {
        DestinationRule old = rule("b shop 2020 " + WEB, "", "v1");
        DestinationRule young = rule("a shop 2021 " + WEB, "", "v1", "v2");

        DestinationRule merged = outbound("1.29", "shop", young, old).orElseThrow();

        assertThat(merged.meta().name()).isEqualTo("b");
        assertThat(merged.subsets()).extracting(Subset::name).containsExactly("v1", "v2");
    }

    @Test
    void takesTheFirstPolicyThereIs() {
        DestinationRule none = rule("a shop 2020 " + WEB, "");
        DestinationRule some = withPolicy(rule("b shop 2021 " + WEB, ""));

        assertThat(outbound("1.29", "shop", none, some).orElseThrow().policy()).isPresent();
    }

    @Test
    void prefersTheClientsNamespaceToTheServicesToTheRoot() {
        DestinationRule clients = rule("c client 2020 *.local", "");
        DestinationRule services = rule("s shop 2020 " + WEB, "");
        DestinationRule root = rule("r istio-system 2020 " + WEB, "");

        assertThat(outbound("1.29", "client", clients, services, root)).contains(clients);
        assertThat(outbound("1.29", "other", clients, services, root)).contains(services);
        assertThat(outbound("1.29", "other", clients, root)).contains(root);
    }

    @Test
    void prefersTheLongestWildcard() {
        DestinationRule wide = rule("wide shop 2020 *.cluster.local", "");
        DestinationRule narrow = rule("narrow shop 2021 *.shop.svc.cluster.local", "");

        assertThat(outbound("1.29", "shop", wide, narrow)).contains(narrow);
    }

    @Test
    void hidesRulesThatAreNotExported() {
        DestinationRule hidden = rule("h shop 2020 " + WEB, ".");
        DestinationRule shared = rule("s shop 2020 " + WEB, "friend");

        assertThat(outbound("1.29", "shop", hidden)).contains(hidden);
        assertThat(outbound("1.29", "friend", hidden)).isEmpty();
        assertThat(outbound("1.29", "friend", shared)).contains(shared);
        assertThat(outbound("1.29", "other", shared)).isEmpty();
    }

    @Test
    void mergesAcrossExportsOnlyInOlderReleases() {
        DestinationRule everybodys = rule("a shop 2020 " + WEB, "", "v1");
        DestinationRule own = rule("b shop 2021 " + WEB, ".", "v2");

        assertThat(outbound("1.23", "shop", everybodys, own).orElseThrow().subsets())
                .extracting(Subset::name)
                .containsExactly("v1", "v2");
        assertThat(outbound("1.24", "shop", everybodys, own).orElseThrow().subsets())
                .extracting(Subset::name)
                .containsExactly("v2");
    }

    @Test
    void takesRulesForSelectedWorkloadsOnlyForThoseAndOnlyAsClients() {
        DestinationRule all = rule("all shop 2020 " + WEB, "");
        DestinationRule api = selecting(rule("api shop 2021 " + WEB, ""), Map.of("app", "api"));
        DestinationRules rules = rules("1.29", all, api);

        assertThat(rules.outbound(HOST, new Client("shop", Map.of("app", "api", "v", "1"))))
                .contains(api);
        assertThat(rules.outbound(HOST, new Client("shop", Map.of("app", "web"))))
                .contains(all);
        assertThat(rules.outbound(HOST, new Client("other", Map.of("app", "api"))))
                .contains(all);
        assertThat(rules.inbound(HOST, "shop")).contains(all);
    }

    private static Optional<DestinationRule> outbound(String release, String namespace, DestinationRule... rules) {
        return rules(release, rules).outbound(HOST, new Client(namespace, Map.of()));
    }

    private static DestinationRules rules(String release, DestinationRule... rules) {
        return new DestinationRules(
                List.of(rules), new Settings(IstioProfiles.named(release), "istio-system", Set.of(), false));
    }

    /** From {@code name namespace creation host}. */
    private static DestinationRule rule(String text, String exportTo, String... subsets) {
        String[] parts = text.split(" ");
        ObjectMeta meta =
                new ObjectMeta(parts[0], parts[1], parts[2], Map.of(), Map.of(), new SourceRef("rules.yaml", 1));
        List<Subset> named = Stream.of(subsets)
                .map(s -> new Subset(s, Map.of("version", s), Optional.empty()))
                .toList();
        return new DestinationRule(
                meta,
                parts[3],
                Optional.empty(),
                named,
                exportTo.isEmpty() ? Set.of() : Set.of(exportTo),
                Optional.empty());
    }

    private static DestinationRule withPolicy(DestinationRule rule) {
        return new DestinationRule(
                rule.meta(),
                rule.host(),
                Optional.of(TrafficPolicy.NONE),
                rule.subsets(),
                rule.exportTo(),
                rule.selector());
    }

    private static DestinationRule selecting(DestinationRule rule, Map<String, String> labels) {
        return new DestinationRule(
                rule.meta(), rule.host(), rule.policy(), rule.subsets(), rule.exportTo(), Optional.of(labels));
    }
}
