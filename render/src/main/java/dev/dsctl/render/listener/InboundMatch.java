package dev.dsctl.render.listener;

import dev.dsctl.model.security.MutualTlsMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which connections reach an inbound port: with or without TLS, as HTTP or as anything. Source:
 * pilot/pkg/networking/core/filterchain_options.go.
 *
 * @param applicationProtocols by ALPN, or as the HTTP inspector names them; none for any
 * @param transportProtocol {@code tls} or {@code raw_buffer}
 * @param content what is inside
 * @param encryption whether the sidecar takes TLS off
 */
record InboundMatch(
        List<String> applicationProtocols, String transportProtocol, Content content, Encryption encryption) {

    /** What is inside a connection. */
    enum Content {
        HTTP,
        TCP
    }

    /** Whether the sidecar takes TLS off. */
    enum Encryption {
        KEPT,
        TAKEN_OFF
    }

    private static final List<String> ANY = List.of();
    private static final List<String> MUTUAL_HTTP = List.of("istio-http/1.0", "istio-http/1.1", "istio-h2");
    private static final List<String> MUTUAL_TCP = List.of("istio-peer-exchange", "istio");
    private static final List<String> MUTUAL =
            List.of("istio", "istio-peer-exchange", "istio-http/1.0", "istio-http/1.1", "istio-h2");

    /** The ways that are open on a port, in the order in which they are tried. */
    static List<InboundMatch> of(Handling handling, MutualTlsMode mode, List<String> plainHttp) {
        return switch (handling) {
            case HTTP -> declared(Content.HTTP, mode);
            case TCP, NONE -> declared(Content.TCP, mode);
            case SNIFFED -> sniffed(mode, plainHttp);
        };
    }

    /** TLS that a Sidecar configures itself. */
    static List<InboundMatch> ofOwnTls(Handling handling) {
        return List.of(mutual(ANY, handling == Handling.HTTP ? Content.HTTP : Content.TCP));
    }

    private static List<InboundMatch> declared(Content content, MutualTlsMode mode) {
        return switch (mode) {
            case STRICT -> List.of(mutual(ANY, content));
            case PERMISSIVE -> {
                List<InboundMatch> matches = new ArrayList<>(List.of(mutual(MUTUAL, content)));
                if (content == Content.TCP) {
                    matches.add(foreignTls());
                }
                matches.add(plain(ANY, content));
                yield matches;
            }
            case DISABLE, UNKNOWN -> List.of(plain(ANY, content));
        };
    }

    private static List<InboundMatch> sniffed(MutualTlsMode mode, List<String> plainHttp) {
        return switch (mode) {
            case STRICT -> List.of(mutual(MUTUAL_HTTP, Content.HTTP), mutual(ANY, Content.TCP));
            case PERMISSIVE ->
                List.of(
                        mutual(MUTUAL_HTTP, Content.HTTP),
                        plain(plainHttp, Content.HTTP),
                        mutual(MUTUAL_TCP, Content.TCP),
                        plain(ANY, Content.TCP),
                        foreignTls());
            case DISABLE, UNKNOWN -> List.of(plain(plainHttp, Content.HTTP), plain(ANY, Content.TCP));
        };
    }

    private static InboundMatch mutual(List<String> protocols, Content content) {
        return new InboundMatch(protocols, ChainMatch.TLS, content, Encryption.TAKEN_OFF);
    }

    private static InboundMatch plain(List<String> protocols, Content content) {
        return new InboundMatch(protocols, ChainMatch.RAW_BUFFER, content, Encryption.KEPT);
    }

    /** TLS that is the application's own business. */
    private static InboundMatch foreignTls() {
        return new InboundMatch(ANY, ChainMatch.TLS, Content.TCP, Encryption.KEPT);
    }
}
