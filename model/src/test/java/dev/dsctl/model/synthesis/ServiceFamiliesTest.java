package dev.dsctl.model.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.synthesis.ServiceFamilies.Kind;
import dev.dsctl.model.synthesis.ServiceFamilies.Request;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ServiceFamiliesTest {

    @ParameterizedTest(name = "{0} {1} {2} on {3}: {4}")
    @CsvFileSource(resources = "families.txt", delimiter = '|', maxCharsPerColumn = 1000, quoteCharacter = '"')
    void givesTheFamiliesThatTheApiServerGives(
            String policy, String families, String kind, String cluster, String answer, String rule) {
        Request request = new Request(FamilyPolicy.named(policy), families(families), List.of(), kind(kind));

        ServiceFamilies given = ServiceFamilies.of(request, families(cluster));

        assertThat(text(given)).as(rule).isEqualTo(answer);
    }

    private static List<IpFamily> families(String text) {
        return text.equals("-")
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(family -> family.equals("IPv6") ? IpFamily.IPV6 : IpFamily.IPV4)
                        .toList();
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "with address" -> Kind.WITH_ADDRESS;
            case "headless" -> Kind.HEADLESS;
            default -> Kind.HEADLESS_WITHOUT_SELECTOR;
        };
    }

    private static String text(ServiceFamilies given) {
        return given.refusal()
                .map(refusal -> "refused: " + refusal.message())
                .orElseGet(() -> given.policy() + " "
                        + given.families().stream().map(IpFamily::toString).collect(Collectors.joining(" ")));
    }
}
