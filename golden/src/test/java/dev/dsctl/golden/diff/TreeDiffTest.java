package dev.dsctl.golden.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.render.ResourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeDiffTest {

    private static List<String> diff(ResourceKind kind, String before, String after) {
        return TreeDiff.between(kind, Trees.parse(before), Trees.parse(after)).stream()
                .map(change -> change.change().key() + " " + change.path())
                .toList();
    }

    private static List<String> diff(String before, String after) {
        return diff(ResourceKind.LISTENERS, before, after);
    }

    @Test
    void oneInsertionIsOneChange() {
        assertThat(diff(
                        "{'filters': [{'name': 'a'}, {'name': 'b'}]}",
                        "{'filters': [{'name': 'new', 'x': 1}, {'name': 'a'}, {'name': 'b'}]}"))
                .containsExactly("added filters[new]");
    }

    @Test
    void namesElementsRatherThanCountingThem() {
        assertThat(diff(
                        "{'filterChains': [{'name': 'a', 'x': 1}, {'name': 'b', 'x': 1}]}",
                        "{'filterChains': [{'name': 'b', 'x': 2}]}"))
                .containsExactly("removed filterChains[a]", "changed filterChains[b].x");
    }

    @Test
    void elementsOfOneNameAreToldApartByWhatTheyHold() {
        String two = "{'routes': [{'name': 'r', 'p': '/a', 'q': 1}, {'name': 'r', 'p': '/b', 'q': 1}]}";
        assertThat(diff(two, "{'routes': [{'name': 'r', 'p': '/b', 'q': 1}]}")).containsExactly("removed routes[r]");
        assertThat(diff(two, two.replace("'/b', 'q': 1", "'/b', 'q': 2"))).containsExactly("changed routes[r#2].q");
    }

    @Test
    void anotherAnyTypeIsOneChange() {
        assertThat(diff("{'c': {'@type': 'a', 'x': 1, 'y': 2}}", "{'c': {'@type': 'b', 'z': 3}}"))
                .containsExactly("changed c");
        assertThat(diff("{'c': {'@type': 'a', 'x': 1}}", "{'c': {'@type': 'b', 'x': 1}}"))
                .containsExactly("changed c[\"@type\"]".replace("[\"@type\"]", ".@type"));
    }

    @Test
    void putsAddressesFirst() {
        assertThat(diff(
                        "{'a': 1, 'address': {'socketAddress': {'address': '::'}}}",
                        "{'a': 2, 'address': {'socketAddress': {'address': '0.0.0.0'}}}"))
                .containsExactly("changed address.socketAddress.address", "changed a");
    }

    @Test
    void numbersAreEqualByValueAndNotByType() {
        assertThat(diff(
                        "{'a': 5.0, 'b': 1e3, 'c': 18446744073709551615}",
                        "{'a': 5, 'b': 1000, 'c': 18446744073709551615}"))
                .isEmpty();
        assertThat(diff("{'a': 5}", "{'a': '5'}")).containsExactly("changed a");
        assertThat(diff("{'a': 18446744073709551615}", "{'a': 18446744073709551614}"))
                .containsExactly("changed a");
    }

    @Test
    void anEmptyListIsAbsenceOnlyWhereItIsARepeatedField() {
        assertThat(diff(ResourceKind.ENDPOINTS, "{'clusterName': 'a', 'endpoints': []}", "{'clusterName': 'a'}"))
                .isEmpty();
        assertThat(diff("{'metadata': {'services': []}}", "{'metadata': {}}"))
                .containsExactly("removed metadata.services");
    }

    @Test
    void endpointsAreASetButTheirAddressesAreNot() {
        String first = "{'endpoint': {'address': {'socketAddress': {'address': '10.0.0.1', 'portValue': 80}},"
                + " 'additionalAddresses': [{'a': 1}, {'a': 2}]}}";
        String second = "{'endpoint': {'address': {'socketAddress': {'address': '10.0.0.2', 'portValue': 80}}}}";
        String format = "{'endpoints': [{'locality': {}, 'lbEndpoints': [%s, %s]}]}";
        assertThat(diff(ResourceKind.ENDPOINTS, format.formatted(first, second), format.formatted(second, first)))
                .isEmpty();
        String other = first.replace("{'a': 1}, {'a': 2}", "{'a': 2}, {'a': 1}");
        assertThat(diff(ResourceKind.ENDPOINTS, format.formatted(first, second), format.formatted(second, other)))
                .containsExactly(
                        "reordered endpoints[no locality].lbEndpoints[10.0.0.1:80].endpoint.additionalAddresses");
    }

    @Test
    void aLongListCostsNoMoreThanItsLength() {
        StringBuilder before = new StringBuilder("{'endpoints': [{'locality': {}, 'lbEndpoints': [");
        for (int i = 0; i < 20_000; i++) {
            before.append(i == 0 ? "" : ", ")
                    .append("{'endpoint': {'address': {'socketAddress': {'address': '10.")
                    .append(i / 65536)
                    .append('.')
                    .append(i / 256 % 256)
                    .append('.')
                    .append(i % 256)
                    .append("', 'portValue': 80}}}}");
        }
        String text = before.append("]}]}").toString();
        JsonObject old = Trees.parse(text);
        JsonObject now = Trees.parse(text.replace("'10.", "'11."));
        long start = System.nanoTime();
        assertThat(TreeDiff.between(ResourceKind.ENDPOINTS, old, now)).hasSize(40_000);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
