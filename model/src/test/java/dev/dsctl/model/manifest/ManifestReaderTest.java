package dev.dsctl.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {

    private static final String WEB = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n";

    @TempDir
    private Path folder;

    private static Manifests read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Manifests read(byte[] bytes) {
        return ManifestReader.read(ManifestSources.of(List.of("-")).withStdin(new ByteArrayInputStream(bytes)));
    }

    private String file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return path.toString();
    }

    private static List<String> messages(Manifests manifests) {
        return manifests.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    private static List<String> names(Manifests manifests) {
        assertThat(messages(manifests)).isEmpty();
        return manifests.all().stream().map(Manifest::toString).toList();
    }

    @Test
    void readsDocumentsAndKnowsTheirLines() {
        Manifests manifests =
                read("# first\n---\n" + WEB + "---\n# nothing\n---\n\n" + WEB.replace("web", "db") + "---\n");
        assertThat(names(manifests)).containsExactly("Service default/web", "Service default/db");
        assertThat(manifests.all()).extracting(m -> m.source().line()).containsExactly(3, 11);
    }

    @Test
    void readsDirectivesMarkersAndOddLineEnds() {
        assertThat(names(read("%YAML 1.1\n---\n" + WEB + "...\n---\n" + WEB.replace("web", "db") + "...\n")))
                .hasSize(2);
        assertThat(names(read("\uFEFF" + WEB.replace("\n", "\r\n") + "--- # next\r\n" + WEB.replace("web", "db"))))
                .hasSize(2);
        assertThat(names(read("--- {apiVersion: v1, kind: Service, metadata: {name: web}}\n")))
                .hasSize(1);
        assertThat(names(read(WEB.substring(0, WEB.length() - 1)))).hasSize(1);
        assertThat(names(read(WEB + "  annotations:\n    a: |\n      --- no marker\n    b: ünïcode ✓\n")))
                .hasSize(1);
    }

    @Test
    void readsJson() {
        String json =
                "{\n \"apiVersion\": \"v1\", \"kind\": \"Service\",\n \"metadata\": {\"name\": \"web\", \"n\": [1, 2.5, 80.0, true, null]}}\n";
        Manifests manifests = read(json + json.replace("web", "db"));
        assertThat(names(manifests)).hasSize(2);
        assertThat(manifests.all().get(1).source().line()).isEqualTo(4);
        Node.Mapping metadata =
                (Node.Mapping) manifests.all().get(0).root().entries().get("metadata");
        assertThat(((Node.Sequence) metadata.entries().get("n")).items())
                .extracting(item -> ((Node.Scalar) item).value())
                .containsExactly(1L, 2.5, 80L, true, null);
    }

    @Test
    void readsWhatLooksLikeJsonAsYaml() {
        assertThat(names(read("{\"apiVersion\": v1, kind: Service, metadata: {name: web,}}")))
                .hasSize(1);
    }

    @Test
    void takesListsApart() {
        assertThat(
                        names(
                                read(
                                        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: web}}\n"
                                                + "- {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Node, metadata: {name: node}}]}\n")))
                .containsExactly("Service default/web", "Node node");
        Manifests typed = read("{\"apiVersion\": \"discovery.k8s.io/v1\", \"kind\": \"EndpointSliceList\", \"items\":"
                + " [{\"metadata\": {\"name\": \"a\", \"namespace\": \"b\"}}]}");
        assertThat(names(typed)).containsExactly("EndpointSlice b/a");
        assertThat(typed.all().get(0).apiVersion()).isEqualTo("discovery.k8s.io/v1");
        assertThat(messages(read("apiVersion: v1\nkind: List\nitems:\n- metadata: {name: a}\n- text\n")))
                .containsExactly(
                        "<stdin>:4: error: kind: must be given",
                        "<stdin>:4: error: apiVersion: must be given",
                        "<stdin>:5: error: expected a Kubernetes object, found a string");
        assertThat(messages(read("apiVersion: v1\nkind: ServiceList\nitems: {}\n")))
                .containsExactly("<stdin>:3: error: items: expected a list, found a mapping");
    }

    @Test
    void fillsInNamespaces() {
        ManifestSources sources = ManifestSources.of(List.of("-"))
                .withNamespace("shop")
                .withStdin(new ByteArrayInputStream((WEB + "---\n" + WEB
                                + "  namespace: other\n---\napiVersion: v1\nkind: Node\nmetadata: {name: node, namespace: x}\n")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(names(ManifestReader.read(sources)))
                .containsExactly("Service shop/web", "Service other/web", "Node node");
    }

    @Test
    void resolvesAliasesAndMergeKeysAsKubectl() {
        Manifests manifests = read(WEB + """
                  labels: &labels {app: web, tier: front}
                spec:
                  selector: *labels
                  a: {tier: back, <<: *labels}
                  b: {<<: *labels, tier: back}
                  c: {<<: [{app: one}, {app: two}]}
                  d: {"<<": text}
                """);
        assertThat(names(manifests)).hasSize(1);
        Problems problems = new Problems();
        Fields spec = Fields.of(manifests.all().get(0), problems).fields("spec");
        assertThat(spec.stringMap("selector")).containsEntry("tier", "front");
        assertThat(spec.at("selector").line()).isEqualTo(7);
        assertThat(spec.stringMap("a")).containsEntry("tier", "front");
        assertThat(spec.stringMap("b")).containsEntry("tier", "back");
        assertThat(spec.stringMap("c")).containsEntry("app", "one");
        assertThat(spec.stringMap("d")).containsEntry("<<", "text");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void readsAddressesInFlowListsAsKubectl() {
        for (String block : new String[] {"", "    text: |\n      makes it unusual\n"}) {
            Manifests manifests = read(
                    WEB + "  annotations:\n    a: b\n" + block + "spec:\n  a: [fd00::, 10.96.0.7, fd00::1, fd00::]\n");
            assertThat(names(manifests)).hasSize(1);
            assertThat(Fields.of(manifests.all().get(0), new Problems())
                            .fields("spec")
                            .strings("a"))
                    .containsExactly("fd00::", "10.96.0.7", "fd00::1", "fd00::");
        }
        assertThat(messages(read("a: [::1]\n")))
                .containsExactly("<stdin>:1: error: not YAML: while parsing a flow node (line 1),"
                        + " expected the node content, but found ':' (quote a value that begins or ends with a colon)");
    }

    @Test
    void skipsAndCountsWhatIsNotUsed() {
        Manifests manifests = read("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: a}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: a}
                ---
                apiVersion: batch/v1
                kind: Job
                metadata: {generateName: a-}
                ---
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata: {name: a}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: a}
                ---
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio}
                """);
        assertThat(names(manifests)).containsExactly("StatefulSet default/a", "ConfigMap default/istio");
        assertThat(manifests.skippedNote())
                .isEqualTo("7 resources skipped: ConfigMap 1, Job 1, Kustomization 1, Secret 2, Service 1,"
                        + " StatefulSet 1 (dsctl doesn't use them)");
        assertThat(manifests.skippedNoteAfterCompletion())
                .isEqualTo("6 resources skipped: ConfigMap 1, Job 1, Kustomization 1, Secret 2, Service 1"
                        + " (dsctl doesn't use them)");
        assertThat(read(WEB).skippedNote()).isEmpty();
    }

    @Test
    void tellsAllThatIsMissing() {
        assertThat(
                        messages(
                                read(
                                        "metadata: {}\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  generateName: a-\n---\n"
                                                + "apiVersion: v1\nkind: Pod\n---\n- a\n---\ntext\n---\napiVersion: v1\nkind: no\nmetadata: {name: yes}\n")))
                .containsExactly(
                        "<stdin>:1: error: kind: must be given",
                        "<stdin>:1: error: apiVersion: must be given",
                        "<stdin>:6: error: metadata.generateName: only the API server makes names from it; give this Pod a metadata.name",
                        "<stdin>:8: error: metadata: this Pod has no name; give it a metadata.name",
                        "<stdin>:11: error: expected a Kubernetes object, found a list",
                        "<stdin>:13: error: expected a Kubernetes object, found a string",
                        "<stdin>:16: error: kind: expected a string, found boolean 'no' (YAML reads no as false); write \"no\" in quotes");
    }

    @Test
    void tellsWhereTheOtherIs() throws IOException {
        String one = file("one.yaml", WEB + "---\n" + WEB.replace("Service", "Pod"));
        String two = file("two.yaml", WEB + "  namespace: default\n---\n" + WEB + "  namespace: other\n");
        String message = two + ":1: error: duplicate Service default/web, first at " + one + ":1";
        assertThat(messages(ManifestReader.read(ManifestSources.of(List.of(one, two)))))
                .containsExactly(message);
        assertThat(messages(ManifestReader.read(ManifestSources.of(List.of(two, one)))))
                .containsExactly(message);
        assertThat(names(ManifestReader.read(ManifestSources.of(List.of(one, one, folder + "/./one.yaml")))))
                .hasSize(2);
    }

    @Test
    void tellsDuplicateKeys() {
        assertThat(messages(read(WEB + "  name: db\n  labels: {a: b, a: c}\n")))
                .containsExactly(
                        "<stdin>:5: error: duplicate key \"name\", first on line 4",
                        "<stdin>:6: error: duplicate key \"a\", first on line 6");
        assertThat(
                        messages(
                                read(
                                        "{\"apiVersion\": \"v1\",\n\"apiVersion\": \"v1\", \"kind\": \"Node\", \"metadata\": {\"name\": \"n\"}}")))
                .containsExactly("<stdin>:2: error: duplicate key \"apiVersion\", first on line 1");
    }

    @Test
    void warnsOfKeysThatAreNoStrings() {
        assertThat(messages(read(WEB + "  labels:\n    on: a\n    8080: b\n    010: c\n")))
                .containsExactly(
                        "<stdin>:6: warning: the unquoted key on reads as true; quote it",
                        "<stdin>:8: warning: the unquoted key 010 reads as 8; quote it");
        assertThat(messages(read("~: a\n"))).containsExactly("<stdin>:1: error: a key must be a string, found null");
        assertThat(messages(read("? [a]\n: b\n"))).containsExactly("<stdin>:1: error: a key must be a string");
    }

    @Test
    void goesOnAfterADocumentThatIsNoYaml() {
        Manifests manifests =
                read("a: [b\n---\n" + WEB + "---\na: b: c\n---\na:\n\tb: c\n---\na: *x\n---\na: !!int x\n");
        assertThat(manifests.all()).hasSize(1);
        assertThat(manifests.diagnostics()).extracting(d -> d.at().line()).containsExactly(2, 8, 11, 13, 15);
        assertThat(manifests.diagnostics())
                .extracting(Diagnostic::message)
                .element(0)
                .asString()
                .startsWith("not YAML: ");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        assertThat(messages(read(new byte[] {'a', ':', '\n', 0, 1})))
                .containsExactly("<stdin>:2: error: binary data, neither YAML nor JSON");
        assertThat(messages(read(new byte[] {'a', ':', '\n', 'b', (byte) 0xe9, '\n'})))
                .containsExactly("<stdin>:2: error: not UTF-8: byte 0xe9 begins no character");
        assertThat(messages(read("a: b\nc: \"\u0007\"\n")))
                .containsExactly("<stdin>:2: error: not YAML: control character U+0007 isn't allowed");
        assertThat(messages(read(WEB + "  x: \uFFFD\n"))).isEmpty();
        String json = file("a.json", "{\n\"a\": }");
        assertThat(messages(ManifestReader.read(ManifestSources.of(List.of(json))))
                        .get(0))
                .startsWith(json + ":2: error: not JSON: ");
    }

    @Test
    void refusesBombsAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 200; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + (before + ", ").repeat(9) + before + "]\n");
            chain.append("a" + i + ": &a" + i + " [" + before + "]\n");
        }
        assertThat(messages(read(bomb.toString())))
                .containsExactly("<stdin>:6: error: aliases stand for more than 1000000 values");
        assertThat(messages(read(chain.toString())))
                .containsExactly("<stdin>:99: error: nested more than 100 levels deep");
        assertThat(messages(read("a: &a\n  b: *a\n"))).containsExactly("<stdin>:2: error: alias *a contains itself");
        List<String> nested = List.of(
                "a: " + "[".repeat(200) + "]".repeat(200),
                "[".repeat(1_000_000),
                "- ".repeat(1_000_000),
                "{\"a\":".repeat(1_000_000));
        for (String text : nested) {
            assertThat(messages(read(text))).containsExactly("<stdin>:1: error: nested more than 100 levels deep");
        }
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            block.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(messages(read(block.toString())))
                .containsExactly("<stdin>:101: error: nested more than 100 levels deep");
    }

    @Test
    void findsFilesInFolders() throws IOException {
        file("b.yaml", WEB);
        file("a.json", "{\"apiVersion\": \"v1\", \"kind\": \"Node\", \"metadata\": {\"name\": \"n\"}}");
        file("c.yml", WEB.replace("web", "db"));
        file("notes.txt", "{");
        file("below/d.yaml", WEB.replace("web", "deep"));
        ManifestSources sources = ManifestSources.of(List.of(folder.toString()));
        assertThat(names(ManifestReader.read(sources)))
                .containsExactly("Node n", "Service default/web", "Service default/db");
        Manifests tree = ManifestReader.read(sources.withWalk(ManifestSources.Walk.TREE));
        assertThat(names(tree))
                .containsExactly("Node n", "Service default/web", "Service default/deep", "Service default/db");
        assertThat(tree.all().get(2).source()).isEqualTo(new SourceRef(folder + "/below/d.yaml", 1));
    }

    @Test
    void tellsWhatCanNotBeRead() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String blank = file("blank.yaml", "# nothing\n---\n");
        assertThat(messages(
                        ManifestReader.read(ManifestSources.of(List.of("nowhere.yaml", "-", empty.toString(), "-")))))
                .containsExactlyInAnyOrder(
                        "nowhere.yaml: error: no such file or folder",
                        empty
                                + ": error: no .yaml, .yml or .json file in this folder (-R looks into the folders below)",
                        "<stdin>: error: standard input can be read once, but - was given twice");
        assertThat(messages(ManifestReader.read(ManifestSources.of(List.of(blank)))))
                .containsExactly(blank + ":1: error: no Kubernetes object in this file");
    }

    @Test
    void orderOfDocumentsChangesNothingButTheOrder() {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String kind = new String[] {"Service", "Pod", "Node", "Secret"}[i % 4];
            documents.add(
                    "apiVersion: v1\nkind: " + kind + "\nmetadata:\n  name: n" + i + "\n  labels: {a: &x b, c: *x}\n");
        }
        Manifests expected = read(String.join("---\n", documents));
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(documents, random);
            Manifests shuffled = read(String.join("---\n", documents));
            assertThat(names(shuffled)).containsExactlyInAnyOrderElementsOf(names(expected));
            assertThat(shuffled.skipped()).isEqualTo(expected.skipped());
        }
    }

    @Test
    void readsTextInsideFields() {
        Problems problems = new Problems();
        Node.Mapping mesh = ManifestReader.parseMapping(new SourceRef("x.yaml", 10), "a: b\nc:\n  d: 1\n", problems);
        assertThat(mesh.entries().get("c").line()).isEqualTo(12);
        assertThat(ManifestReader.parseMapping(new SourceRef("x.yaml", 10), "a: b", problems)
                        .entries()
                        .get("a")
                        .line())
                .isEqualTo(10);
        assertThat(problems.all()).isEmpty();
        assertThat(ManifestReader.parseMapping(new SourceRef("x.yaml", 10), "", problems)
                        .entries())
                .isEmpty();
        ManifestReader.parseMapping(new SourceRef("x.yaml", 10), "a: b\n---\n- c", problems);
        assertThat(problems.all())
                .extracting(Diagnostic::toString)
                .containsExactly("x.yaml:13: error: expected one document");
    }
}
