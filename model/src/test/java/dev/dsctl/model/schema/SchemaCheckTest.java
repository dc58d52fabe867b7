package dev.dsctl.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.schema.SchemaType.Field;
import dev.dsctl.model.schema.SchemaType.Struct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {

    private static final Map<String, String> VERSIONS = Map.of(
            "WasmPlugin", "extensions.istio.io/v1alpha1",
            "TrafficExtension", "extensions.istio.io/v1alpha1",
            "EnvoyFilter", "networking.istio.io/v1alpha3",
            "ProxyConfig", "networking.istio.io/v1beta1",
            "Telemetry", "telemetry.istio.io/v1",
            "PeerAuthentication", "security.istio.io/v1",
            "AuthorizationPolicy", "security.istio.io/v1",
            "RequestAuthentication", "security.istio.io/v1");

    private static Manifests check(String yaml) {
        return SchemaCheck.checked(ManifestReader.read(ManifestSources.of(List.of("-"))
                .withStdin(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))));
    }

    private static List<String> messages(Manifests manifests) {
        return manifests.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    private static Manifests check(String kind, String spec) {
        String version = VERSIONS.getOrDefault(kind, "networking.istio.io/v1");
        return check("apiVersion: " + version + "\nkind: " + kind + "\nmetadata: {name: a}\nspec: " + spec + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // fields
                "DestinationRule | {hots: a, host: b} | unknown field \"spec.hots\" (did you mean \"host\"?)",
                "DestinationRule | {host: b, traffic_policy: {}} | unknown field \"spec.traffic_policy\" (did you mean \"trafficPolicy\"?)",
                "DestinationRule | {host: b, zebra: 1} | unknown field \"spec.zebra\"",
                "DestinationRule | {} | spec.host: must be given",
                "DestinationRule | {host: ~} | spec.host: must be given",
                "ServiceEntry | | spec: must be given",
                // types
                "DestinationRule | {host: 1} | spec.host: expected a string, found number '1'; write \"1\" in quotes",
                "DestinationRule | {host: b, subsets: {name: x}} | spec.subsets: expected a list, found a mapping",
                "DestinationRule | {host: b, subsets: [x]} | spec.subsets[0]: expected a mapping, found string 'x'",
                "DestinationRule | {host: b, subsets: [{name: s, labels: {v: 1}}]} | spec.subsets[0].labels.v: expected a string, found number '1'; write \"1\" in quotes",
                "DestinationRule | {host: b, trafficPolicy: []} | spec.trafficPolicy: expected a mapping, found a list",
                "VirtualService | {http: [{match: [{ignoreUriCase: \"yes\"}]}]} | spec.http[0].match[0].ignoreUriCase: expected true or false, found string 'yes'",
                "VirtualService | {http: [{retries: {attempts: \"3\"}}]} | spec.http[0].retries.attempts: expected a whole number, found string '3'",
                "VirtualService | {http: [{mirrorPercentage: {value: ten}}]} | spec.http[0].mirrorPercentage.value: expected a number, found string 'ten'",
                // values
                "PeerAuthentication | {mtls: {mode: strict}} | spec.mtls.mode: unsupported value \"strict\"; supported values: \"UNSET\", \"DISABLE\", \"PERMISSIVE\", \"STRICT\"",
                "VirtualService | {http: [{match: [{port: -1}]}]} | spec.http[0].match[0].port: must be between 0 and 4294967295, is -1",
                "VirtualService | {http: [{timeout: 5}]} | spec.http[0].timeout: expected a string, found number '5'; write \"5\" in quotes",
                "VirtualService | {http: [{timeout: 5 s}]} | spec.http[0].timeout: must be a valid duration of at least 1ms, for instance 5s, is '5 s'",
                "VirtualService | {http: [{timeout: 1us}]} | spec.http[0].timeout: must be a valid duration of at least 1ms, for instance 5s, is '1us'",
                "VirtualService | {http: [{directResponse: {status: 200, body: {bytes: \"!\"}}}]} | spec.http[0].directResponse.body.bytes: must be base64, is '!'",
                "Telemetry | {tracing: [{randomSamplingPercentage: 100.5}]} | spec.tracing[0].randomSamplingPercentage: must be between 0 and 100, is 100.5",
                "ProxyConfig | {concurrency: -2} | spec.concurrency: must be at least 0, is -2",
                "RequestAuthentication | {jwtRules: [{issuer: \"\"}]} | spec.jwtRules[0].issuer: must not be empty",
                "RequestAuthentication | {jwtRules: [{jwksUri: \"ftp://a\"}]} | spec.jwtRules[0].jwksUri: must begin with http:// or https://, is 'ftp://a'",
                "RequestAuthentication | {jwtRules: [~]} | spec.jwtRules[0]: expected a mapping, found null",
                "AuthorizationPolicy | {targetRefs: [{kind: a_b, name: a}]} | spec.targetRefs[0].kind: must match ^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$, is 'a_b'",
                "WasmPlugin | {url: \"ftp://a\"} | spec.url: must have scheme http, https, file or oci, is 'ftp://a'",
                "WasmPlugin | {url: \"a#%b\"} | spec.url: must be a URL, is 'a#%b'",
                "WasmPlugin | {url: a, vmConfig: {env: [{name: E, valueFrom: HOST, value: x}]}} | spec.vmConfig.env[0]: value can only be set when valueFrom is INLINE",
                "Sidecar | {workloadSelector: {labels: {app: \"a*\"}}} | spec.workloadSelector.labels.app: wildcards aren't supported in selectors, is 'a*'",
                "PeerAuthentication | {selector: {matchLabels: {\"a*\": b}}} | spec.selector.matchLabels.a*: wildcards aren't supported in keys of selectors",
                "PeerAuthentication | {selector: {matchLabels: {a: b}}, portLevelMtls: {http: {}}} | spec.portLevelMtls.http: must be a port between 1 and 65535",
                "PeerAuthentication | {selector: {matchLabels: {a: b}}, portLevelMtls: {}} | spec.portLevelMtls: must have at least 1 entries, has 0",
                "WorkloadEntry | {address: \"unix://a\"} | spec.address: a Unix socket must be an absolute path or an abstract socket, is 'unix://a'",
                "WorkloadEntry | {address: \"unix:///a/\"} | spec.address: a Unix socket can't be a folder, is 'unix:///a/'",
                "WorkloadEntry | {address: a, ports: {\"a_b\": 80}} | spec.ports.a_b: port names are up to 62 letters, digits and dashes between them",
                "WorkloadGroup | {template: {ports: {http: 0}}} | spec.template.ports.http: must be between 1 and 65535, is 0",
                "AuthorizationPolicy | {targetRefs: [{kind: Service, name: a, namespace: b}]} | spec.targetRefs[0].namespace: references to other namespaces aren't supported, is 'b'",
                "ServiceEntry | {hosts: []} | spec.hosts: must have between 1 and 256 entries, has 0",
                "ServiceEntry | {hosts: [\"*\"]} | spec.hosts[0]: a host can't be *, is '*'",
                "ServiceEntry | {hosts: [a], ports: [{name: p, number: 0}]} | spec.ports[0].number: must be between 1 and 65535, is 0",
                "ServiceEntry | {hosts: [a], ports: [{name: p, number: 1}, {name: p, number: 2}]} | spec.ports[1].name: duplicate name p",
                "ServiceEntry | {hosts: [a], ports: [{name: p, number: 1}, {name: q, number: 1}]} | spec.ports[1].number: duplicate number 1",
                // fields together
                "ServiceEntry | {hosts: [a], workloadSelector: {}, endpoints: [], resolution: STATIC} | spec: only one of workloadSelector and endpoints can be set",
                "ServiceEntry | {hosts: [a], addresses: [10.0.0.0/8], resolution: DNS} | spec: CIDR addresses are allowed only for resolution NONE and STATIC",
                "ServiceEntry | {hosts: [a], endpoints: [{address: b}]} | spec: resolution NONE can't have endpoints",
                "ServiceEntry | {hosts: [a], resolution: DNS_ROUND_ROBIN, endpoints: [{address: b}, {address: c}]} | spec: resolution DNS_ROUND_ROBIN can't have several endpoints",
                "ServiceEntry | {hosts: [a], resolution: STATIC, endpoints: [{weight: 1}]} | spec.endpoints[0]: one of address and network must be given",
                "WorkloadEntry | {address: \"unix:///a\", ports: {a: 1}} | spec: a Unix socket can't have ports",
                "DestinationRule | {host: a, trafficPolicy: {loadBalancer: {simple: RANDOM, consistentHash: {useSourceIp: true}}}} | spec.trafficPolicy.loadBalancer: only one of simple and consistentHash can be set",
                "VirtualService | {http: [{match: [{uri: {exact: a, prefix: b}}]}]} | spec.http[0].match[0].uri: only one of exact, prefix and regex can be set",
                "AuthorizationPolicy | {rules: [{from: [{source: {serviceAccounts: [a], namespaces: [b]}}]}]} | spec.rules[0].from[0].source: serviceAccounts can't be set with namespaces or principals",
                "PeerAuthentication | {portLevelMtls: {80: {}}} | spec: portLevelMtls requires a selector with matchLabels",
                "RequestAuthentication | {selector: {}, targetRef: {kind: Service, name: a}} | spec: only one of selector, targetRef and targetRefs can be set",
                "EnvoyFilter | {configPatches: [{match: {context: WAYPOINT}}]} | spec.configPatches[0].match: waypoint goes with context WAYPOINT, and the other way round",
                "Telemetry | {metrics: [{overrides: [{tagOverrides: {a: {operation: UPSERT}}}]}]} | spec.metrics[0].overrides[0].tagOverrides.a: value must be set when operation is UPSERT",
                "Telemetry | {metrics: [{overrides: [{tagOverrides: {a: {operation: REMOVE, value: b}}}]}]} | spec.metrics[0].overrides[0].tagOverrides.a: value can't be set when operation is REMOVE",
                "TrafficExtension | {priority: 1} | spec: one of wasm and lua must be given"
            })
    void refusesWhatTheApiServerRefuses(String kind, String spec, String message) {
        Manifests checked = check(kind, spec == null ? "" : spec);
        int line = message.startsWith("spec: must be given") ? 1 : 4;
        assertThat(messages(checked)).containsExactly("<stdin>:" + line + ": error: " + message);
        assertThat(checked.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DestinationRule | {host: a, subsets: ~, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}, connectionPool: {tcp: {connectTimeout: 1.5s}}}}",
                "EnvoyFilter | {configPatches: [{patch: {operation: MERGE, value: {anything: [goes, {here: 1}]}}}]}",
                "VirtualService | {hosts: [a], http: [{route: [{destination: {host: a, port: {number: 80.0}}}], fault: {delay: {percentage: {value: 5}}}}]}",
                "ServiceEntry | {hosts: [a], resolution: DYNAMIC_DNS, addresses: [fd00::, 10.0.0.1]}",
                "WasmPlugin | {url: \"registry.example.com:5000/a/b:latest\"}",
                "AuthorizationPolicy | {}",
                "AuthorizationPolicy |"
            })
    void takesTheRest(String kind, String spec) {
        Manifests checked = check(kind, spec == null ? "" : spec);
        assertThat(messages(checked)).isEmpty();
        assertThat(checked.all()).hasSize(1);
    }

    @Test
    void knowsKindsAndVersions() {
        assertThat(messages(check("apiVersion: networking.istio.io/v2\nkind: Sidecar\nmetadata: {name: a}\n")))
                .containsExactly("<stdin>:1: error: no kind \"Sidecar\" in version \"networking.istio.io/v2\";"
                        + " there are v1, v1alpha3, v1beta1");
        assertThat(messages(check("apiVersion: networking.istio.io/v1\nkind: DestinationRules\nmetadata: {name: a}\n")))
                .containsExactly("<stdin>:2: error: no kind \"DestinationRules\" in version \"networking.istio.io/v1\""
                        + " (did you mean \"DestinationRule\"?)");
        assertThat(
                        messages(
                                check(
                                        "apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: a, lables: {}}\nspecs: {}\n")))
                .containsExactly(
                        "<stdin>:3: error: unknown field \"metadata.lables\" (did you mean \"labels\"?)",
                        "<stdin>:4: error: unknown field \"specs\" (did you mean \"spec\"?)");
    }

    @Test
    void allowsForLaterKubernetesReleases() {
        Manifests checked = check("""
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                spec:
                  ipFamilyPolcy: PreferDualStack
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: b}
                spec:
                  brandNew: 1
                  ports:
                  - port: 80
                """);
        assertThat(messages(checked))
                .containsExactly(
                        "<stdin>:5: error: unknown field \"spec.ipFamilyPolcy\" (did you mean \"ipFamilyPolicy\"?)",
                        "<stdin>:11: warning: unknown field \"spec.brandNew\"");
        assertThat(checked.all()).extracting(manifest -> manifest.name()).containsExactly("b");
    }

    @Test
    void onlyWarnsOfUnknownFieldsWithoutAValue() {
        Manifests checked = check("VirtualService", "{http: [{retries: {retryOn: 5xx,reset}}]}");
        assertThat(messages(checked))
                .containsExactly("<stdin>:4: warning: unknown field \"spec.http[0].retries.reset\"");
        assertThat(checked.all()).hasSize(1);
    }

    @Test
    void everySchemaIsWhole() throws IOException, URISyntaxException {
        Set<String> kinds = new TreeSet<>();
        Path folder = Path.of(Schema.class.getResource("shared.schema").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema") && !name.equals("shared.schema"))
                    .map(name -> name.replace(".schema", ""))
                    .forEach(kinds::add);
        }
        assertThat(kinds).hasSizeGreaterThan(15);
        for (String kind : kinds) {
            Schema schema = Schema.load(kind);
            assertThat(schema.versions()).as(kind).isNotEmpty();
            schema.types().values().forEach(type -> assertNamed(schema, type));
            assertThat(SchemaCheck.kinds()).contains(kind);
        }
    }

    private static void assertNamed(Schema schema, SchemaType type) {
        if (type instanceof SchemaType.Named named) {
            assertThat(schema.types()).containsKey(named.name());
        } else if (type instanceof Struct struct) {
            for (Field field : struct.fields().values()) {
                assertNamed(schema, field.type());
            }
        } else if (type instanceof SchemaType.Items items) {
            assertNamed(schema, items.item());
        } else if (type instanceof SchemaType.Entries entries) {
            assertNamed(schema, entries.value());
        }
    }
}
