package dev.dsctl.model.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.synthesis.ClusterNetwork.Families;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ServiceFamiliesTest {

    @ParameterizedTest(name = "{0} {1} {2} on {3}: {4}")
    @CsvFileSource(resources = "families.txt", delimiter = '|', maxCharsPerColumn = 1000, quoteCharacter = '"')
    void givesTheFamiliesThatTheApiServerGives(
            String policy, String families, String kind, String cluster, String answer, String rule) {
        boolean headless = kind.startsWith("headless");
        if (!kind.equals("headless without selector")) {
            assertThat(completed(service(policy, families, headless, "selector: {app: web}"), cluster))
                    .as(rule)
                    .isEqualTo(answer);
        }
        if (!kind.equals("headless")) {
            assertThat(completed(service(policy, families, headless, ""), cluster))
                    .as(rule + " (no selector)")
                    .isEqualTo(answer);
        }
    }

    private static String service(String policy, String families, boolean headless, String selector) {
        return "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports: [{port: 80}]\n"
                + (policy.equals("-") ? "" : "  ipFamilyPolicy: " + policy + "\n")
                + (families.equals("-") ? "" : "  ipFamilies: [" + families.replace(" ", ", ") + "]\n")
                + (headless ? "  clusterIP: None\n" : "")
                + "  " + selector + "\n";
    }

    private static String completed(String service, String cluster) {
        Manifests manifests = ManifestReader.readTexts(
                List.of(new ManifestText("service.yaml", service.getBytes(StandardCharsets.UTF_8))));
        Problems problems = new Problems();
        Manifests completed =
                Materializer.complete(manifests, Optional.of(ClusterNetwork.of(families(cluster))), problems);
        if (!problems.all().isEmpty()) {
            String message = problems.all().get(0).message();
            return "refused: " + message.substring(message.lastIndexOf("\": ") + 3);
        }
        Fields spec =
                Fields.of(completed.of("", "Service").get(0), new Problems()).fields("spec");
        int addresses = spec.strings("clusterIPs").contains("None")
                ? spec.strings("ipFamilies").size()
                : spec.strings("clusterIPs").size();
        assertThat(spec.strings("ipFamilies")).hasSize(addresses);
        return spec.string("ipFamilyPolicy") + " " + String.join(" ", spec.strings("ipFamilies"));
    }

    private static Families families(String cluster) {
        return switch (cluster) {
            case "IPv4" -> Families.IPV4;
            case "IPv6" -> Families.IPV6;
            case "IPv4 IPv6" -> Families.DUAL;
            default -> Families.DUAL_V6_FIRST;
        };
    }
}
