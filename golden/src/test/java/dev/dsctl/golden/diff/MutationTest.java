package dev.dsctl.golden.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.golden.Sample;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.render.ResourceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes one thing at a time in what istiod sends: each must be found, where it is, and nothing else with it. */
class MutationTest {

    private static final long SEED = 20_260_101L;

    private static final Set<String> FREE = Set.of(
            "ROUTES virtualHosts",
            "ENDPOINTS endpoints",
            "ENDPOINTS endpoints.lbEndpoints",
            "CLUSTERS loadAssignment.endpoints",
            "CLUSTERS loadAssignment.endpoints.lbEndpoints");

    @Test
    void hasEnoughToMutate() {
        long leaves = 0;
        for (ResourceKind kind : ResourceKind.values()) {
            leaves += Sample.resources(kind).stream()
                    .mapToLong(resource -> Trees.leaves(resource).size())
                    .sum();
        }
        assertThat(leaves).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @EnumSource(ResourceKind.class)
    void findsEveryChangedLeaf(ResourceKind kind) {
        Random random = new Random(SEED);
        for (JsonObject resource : Sample.resources(kind)) {
            for (String pointer : Trees.leaves(resource)) {
                Json mutated = Trees.with(resource, pointer, leaf -> other(leaf, random));
                List<FieldChange> found = TreeDiff.between(kind, resource, (JsonObject) mutated);
                assertThat(found).as(pointer).hasSize(1);
                FieldChange change = found.get(0);
                assertThat(change.path().pointerBefore()).isEqualTo(pointer);
                assertThat(change.path().pointerAfter()).isEqualTo(pointer);
                assertThat(change.change()).isEqualTo(Change.CHANGED);
                assertThat(change.path().inBefore(resource)).isEqualTo(change.before());
                assertThat(change.path().inAfter(mutated)).isEqualTo(change.after());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ResourceKind.class)
    void findsEveryLeafThatIsMissing(ResourceKind kind) {
        for (JsonObject resource : Sample.resources(kind)) {
            for (String pointer : Trees.leaves(resource)) {
                JsonObject mutated = (JsonObject) Trees.with(resource, pointer, leaf -> null);
                assertRemoved(kind, resource, mutated, pointer);
            }
        }
    }

    private static void assertRemoved(ResourceKind kind, JsonObject resource, JsonObject mutated, String pointer) {
        List<FieldChange> gone = TreeDiff.between(kind, resource, mutated);
        assertThat(gone).as(pointer).hasSize(1);
        assertThat(gone.get(0).change()).isEqualTo(Change.REMOVED);
        assertThat(gone.get(0).before()).isEqualTo(gone.get(0).path().inBefore(resource));
        if (!repeats(resource, pointer)) {
            assertThat(gone.get(0).path().pointerBefore()).isEqualTo(pointer);
        }
        List<FieldChange> come = TreeDiff.between(kind, mutated, resource);
        assertThat(come).as(pointer).hasSize(1);
        assertThat(come.get(0).change()).isEqualTo(Change.ADDED);
    }

    /** Of two equal elements side by side either may be the one that went. */
    private static boolean repeats(JsonObject resource, String pointer) {
        String list = pointer.substring(0, pointer.lastIndexOf('/'));
        boolean[] repeats = new boolean[1];
        Trees.with(resource, list, value -> {
            repeats[0] = value instanceof JsonArray array
                    && Set.copyOf(array.items()).size() < array.items().size();
            return value;
        });
        return repeats[0];
    }

    @ParameterizedTest
    @EnumSource(ResourceKind.class)
    void tellsOrderThatCountsFromOrderThatDoesNot(ResourceKind kind) {
        Random random = new Random(SEED);
        for (JsonObject resource : Sample.resources(kind)) {
            for (String pointer : Trees.lists(resource)) {
                JsonObject mutated = (JsonObject) Trees.with(resource, pointer, list -> swapped(list, random));
                if (mutated.equals(resource)) {
                    continue;
                }
                List<FieldChange> found = TreeDiff.between(kind, resource, mutated);
                if (FREE.contains(kind + " " + keys(pointer))) {
                    assertThat(found).as(pointer).isEmpty();
                } else {
                    assertThat(found).as(pointer).hasSize(1);
                    assertThat(found.get(0).change()).isEqualTo(Change.REORDERED);
                    assertThat(found.get(0).path().pointerBefore()).isEqualTo(pointer);
                }
            }
        }
    }

    private static String keys(String pointer) {
        return pointer.substring(1).replaceAll("/[0-9]+(?=/|$)", "").replace('/', '.');
    }

    private static Json swapped(Json list, Random random) {
        List<Json> items = new ArrayList<>(((JsonArray) list).items());
        int first = random.nextInt(items.size());
        int second = (first + 1 + random.nextInt(items.size() - 1)) % items.size();
        Collections.swap(items, first, second);
        return new JsonArray(items, 0);
    }

    private static Json other(Json leaf, Random random) {
        if (!(leaf instanceof JsonScalar scalar)) {
            return JsonScalar.string("x" + random.nextInt(1000));
        }
        return switch (scalar.type()) {
            case STRING -> JsonScalar.string(otherText(scalar.text(), random));
            case NUMBER ->
                random.nextBoolean() ? JsonScalar.number(scalar.text() + "1", 0) : JsonScalar.string(scalar.text());
            case BOOLEAN -> JsonScalar.bool(!Boolean.parseBoolean(scalar.text()));
            case NULL -> JsonScalar.bool(random.nextBoolean());
        };
    }

    private static String otherText(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + "x" + text.substring(at);
            case 1 -> text + "0";
            default -> text.isEmpty() ? "x" : "";
        };
    }
}
