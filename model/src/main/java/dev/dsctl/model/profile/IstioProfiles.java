package dev.dsctl.model.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Istio releases dsctl knows and what each changed. This is the only place that names a release; everything else asks an
 * {@link IstioProfile} for a named choice.
 *
 * <p>Each list below is a changelog of one theme: in the order of the releases, a choice that holds from then on, what it means and where it
 * was learned. When several lines name the same axis, the last one that applies to a release wins.
 */
public final class IstioProfiles {

    /** The newest patch release of each minor release. */
    private static final TreeMap<Integer, Integer> NEWEST = new TreeMap<>(Map.ofEntries(
            Map.entry(17, 8),
            Map.entry(18, 7),
            Map.entry(19, 10),
            Map.entry(20, 8),
            Map.entry(21, 6),
            Map.entry(22, 8),
            Map.entry(23, 6),
            Map.entry(24, 6),
            Map.entry(25, 5),
            Map.entry(26, 8),
            Map.entry(27, 9),
            Map.entry(28, 10),
            Map.entry(29, 6),
            Map.entry(30, 3)));

    private static final List<Change> ROUTES = List.of(
            Change.of(
                    RouteChoices.HeaderAppends.ACTION,
                    "Header operations of routes use append_action.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    RouteChoices.RedirectPorts.UNLESS_USUAL,
                    "Redirects no longer name port 80 of http and port 443 of https.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    RouteChoices.QueryMatches.AS_HEADERS,
                    "Prefixes of query parameters can be matched, and * means presence.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    RouteChoices.SessionHeaders.LABELLED,
                    "A label can tie sessions to a host by a header.",
                    "pilot/pkg/networking/util/util.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    RouteChoices.TotalWeights.LEFT_OUT,
                    "Weighted clusters no longer tell the sum of weights.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    RouteChoices.EmptyMatches.PRESENCE,
                    "A header match without a value asks for presence.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.18.6",
                    "1.18.6",
                    "1.19.4",
                    "1.20.1",
                    "1.21.0"),
            Change.of(
                    RouteChoices.WildcardHosts.CLOSEST_OF_ALL,
                    "A service belongs to the VirtualService whose host is the closest.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.18.7",
                    "1.18.7",
                    "1.19.6",
                    "1.20.2",
                    "1.21.0"),
            Change.of(
                    RouteChoices.DomainCase.INSENSITIVE,
                    "Domains that differ only in case are taken for duplicates.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    RouteChoices.LoneWeights.WEIGHTED,
                    "A route of which one destination has a weight is a weighted one.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    RouteChoices.RegexRewrites.HONOURED,
                    "Regular expressions can rewrite paths.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    RouteChoices.ClaimNames.DOTS_OR_BRACKETS,
                    "Claims to match can be written in brackets.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    RouteChoices.AttemptCount.CONFIGURABLE,
                    "The request attempt count can be turned off with proxyHeaders.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go @ 1.19.1",
                    "1.19.1"),
            Change.of(
                    RouteChoices.DelegatingOrder.BY_AGE,
                    "VirtualServices that delegate count by age, not after all others.",
                    "pilot/pkg/model/virtualservice.go @ 1.19.8",
                    "1.19.8",
                    "1.20.4",
                    "1.21.0"),
            Change.of(
                    RouteChoices.WildcardHosts.CLOSEST_MATCHING,
                    "A VirtualService's wildcard host claims only services that match it.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.19.8",
                    "1.19.8",
                    "1.20.4",
                    "1.21.0"),
            Change.of(
                    RouteChoices.CatchAllRegex.DOT_STAR,
                    "Routes after one for paths like .* are left out.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.19.8",
                    "1.19.8",
                    "1.20.4",
                    "1.21.0"),
            Change.of(
                    RouteChoices.CorsPlace.FILTER,
                    "CORS policies are settings of the CORS filter.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    RouteChoices.MirrorLists.HONOURED,
                    "Requests can be mirrored to several destinations.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    RouteChoices.SessionPlace.VIRTUAL_HOST_AND_ROUTE,
                    "Routes of VirtualServices tie sessions to a host, too.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    RouteChoices.MissingHeaders.EMPTY,
                    "A header that is missing fulfils withoutHeaders.",
                    "pilot/pkg/networking/core/route/route.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    RouteChoices.SessionCookies.SESSION,
                    "The cookie that ties a session to a host lives as long as the session.",
                    "pilot/pkg/networking/util/util.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    RouteChoices.CorsPreflights.FORWARDED,
                    "CORS policies say whether unmatched preflight requests are forwarded.",
                    "pilot/pkg/networking/core/route/route.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    RouteChoices.ConsistentHashRetries.ANY_HOST,
                    "Retries may return to the host that a consistent hash picks.",
                    "pilot/pkg/networking/core/route/retry/retry.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    RouteChoices.SessionSwitch.FEATURE,
                    "Labels tie sessions to a host only where the feature is on.",
                    "pilot/pkg/networking/util/util.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    RouteChoices.InboundRetries.WHEN_ASKED,
                    "Reset requests that arrive can be sent again to the application.",
                    "pilot/pkg/networking/core/route/route.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    RouteChoices.InboundRetries.UNLESS_REFUSED,
                    "Reset requests that arrive are sent again to the application.",
                    "pilot/pkg/networking/core/route/route.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    RouteChoices.RetryUnavailable.WHEN_ASKED,
                    "A 503 is no longer tried again by default.",
                    "pilot/pkg/networking/core/route/retry/retry.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    RouteChoices.AliasHosts.ROUTED,
                    "VirtualServices can speak of ExternalName services.",
                    "pilot/pkg/networking/core/httproute.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    RouteChoices.InboundRetries.UNLESS_REFUSED_OR_GRPC,
                    "Reset gRPC requests that arrive are not sent again to the application.",
                    "pilot/pkg/networking/core/route/route.go @ 1.24.5",
                    "1.24.5",
                    "1.25.2",
                    "1.26.0"),
            Change.of(
                    RouteChoices.RetryFields.ALL,
                    "Retries can wait, and can return to hosts that failed.",
                    "pilot/pkg/networking/core/route/retry/retry.go @ 1.26.0",
                    "1.26.0"),
            Change.of(
                    RouteChoices.InboundRetries.UNLESS_GRPC,
                    "Sending reset requests again can no longer be turned off.",
                    "pilot/pkg/networking/core/route/route.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    RouteChoices.RetryUnavailable.FINAL,
                    "Trying a 503 again can no longer be turned on.",
                    "pilot/pkg/networking/core/route/retry/retry.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    RouteChoices.AbsoluteNames.MATCHED,
                    "Host names with a dot at their end are domains too.",
                    "pilot/pkg/networking/core/httproute.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    RouteChoices.HostCase.LOWER,
                    "Host names reach Envoy in lower case.",
                    "pilot/pkg/networking/core/httproute.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    RouteChoices.ShadowHosts.MARKED_WHEN_ASKED,
                    "The Host header of mirrored requests no longer ends in -shadow.",
                    "pilot/pkg/networking/core/route/route.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    RouteChoices.CookieAttributes.WRITTEN,
                    "Cookies of a consistent hash have attributes.",
                    "pilot/pkg/networking/core/route/route.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    RouteChoices.ForwardedHost.CONFIGURABLE,
                    "Sidecars can tell services which host was asked for.",
                    "pilot/pkg/networking/core/route/route.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    RouteChoices.DefaultExports.AS_EXPORT_TO,
                    "The default of exportTo for VirtualServices may name namespaces.",
                    "pilot/pkg/model/push_context.go @ 1.30.3",
                    "1.30.3"));

    private static final List<Change> SECURITY = List.of(
            Change.of(
                    SecurityChoices.ExtAuthzHeaders.IN_FILTER,
                    "Headers for an HTTP authorizer are listed in the filter.",
                    "pilot/pkg/security/authz/builder/extauthz.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    SecurityChoices.HeaderMatches.STRING_MATCH,
                    "Header matches of authorization rules use string_match.",
                    "pilot/pkg/security/authz/matcher/header.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    SecurityChoices.PeerIdentity.AUTHENTICATED,
                    "Authorization reads the caller's identity from its certificate, not from filter state.",
                    "pilot/pkg/networking/plugin/authz/authorization.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    SecurityChoices.BadProvider.DENY_MATCHED,
                    "A CUSTOM policy with an unusable provider denies what it matches, not everything.",
                    "pilot/pkg/security/authz/builder/builder.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    SecurityChoices.ExtAuthzAuthority.HOSTNAME,
                    "A gRPC authorizer sees its host name as authority.",
                    "pilot/pkg/security/authz/builder/extauthz.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    SecurityChoices.JwtPayload.ENVOY_METADATA,
                    "Claims of a token reach authorization from Envoy's JWT filter; Istio's authn filter is gone.",
                    "pilot/pkg/security/authn/policy_applier.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    SecurityChoices.JwtCookies.HONOURED,
                    "fromCookies names cookies that may hold a token.",
                    "pilot/pkg/security/authn/policy_applier.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    SecurityChoices.PathTemplates.URI_TEMPLATE,
                    "{*} and {**} in paths of authorization rules match path segments.",
                    "pilot/pkg/security/authz/model/generator.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    SecurityChoices.SourceServiceAccounts.AS_WRITTEN,
                    "Authorization rules can name service accounts.",
                    "pilot/pkg/security/authz/model/generator.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    SecurityChoices.UnfetchedJwks.PUBLIC_ONLY,
                    "Keys that can't be fetched are replaced by one whose private key nobody has.",
                    "pilot/pkg/model/jwks_resolver.go @ 1.29.1",
                    "1.27.8",
                    "1.28.5",
                    "1.29.1"),
            Change.of(
                    SecurityChoices.SourceServiceAccounts.QUOTED,
                    "Service accounts in authorization rules are quoted.",
                    "pilot/pkg/security/authz/model/generator.go @ 1.29.2",
                    "1.27.9",
                    "1.28.6",
                    "1.29.2"),
            Change.of(
                    SecurityChoices.SpaceDelimitedClaims.CONFIGURABLE,
                    "spaceDelimitedClaims adds claims that hold several values.",
                    "pilot/pkg/security/authn/policy_applier.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    SecurityChoices.WildcardQuoting.QUOTED,
                    "Dots in namespaces and principals with a wildcard match dots only.",
                    "pilot/pkg/security/authz/model/generator.go @ 1.29.3",
                    "1.28.7",
                    "1.29.3"),
            Change.of(
                    SecurityChoices.CustomProviders.SEVERAL,
                    "Each provider of a workload's CUSTOM policies has filters and policy names of its own.",
                    "pilot/pkg/security/authz/builder/builder.go @ 1.30.0",
                    "1.30.0"),
            Change.of(
                    SecurityChoices.SourceTrustDomains.HONOURED,
                    "Authorization rules can name trust domains.",
                    "pilot/pkg/security/authz/model/generator.go @ 1.30.2",
                    "1.30.2"));

    private static final List<Change> LISTENERS = List.of(
            Change.of(
                    ListenerChoices.ExternalWildcards.FIRST_FAMILY,
                    "External services without an address are listened for on [::] by IPv6 proxies.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    ListenerChoices.DefaultMetrics.PROMETHEUS,
                    "Prometheus metrics are configured by the mesh's default provider, not by EnvoyFilters.",
                    "manifests/charts/istio-control/istio-discovery/values.yaml @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    ListenerChoices.OutboundReservedPorts.STATIC,
                    "Wildcard listeners keep off the ports 15021 and 15090.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.18.1",
                    "1.18.1"),
            Change.of(
                    ListenerChoices.OutboundSockets.OFF_STATIC_PORTS,
                    "Outbound listeners with a socket of their own keep off the ports 15021 and 15090 of every address.",
                    "pilot/pkg/model/context.go @ 1.18.1",
                    "1.18.1"),
            Change.of(
                    ListenerChoices.InboundReservedPorts.OWN_SOCKETS,
                    "Inbound listeners with a socket of their own keep off the ports 15021 and 15090.",
                    "pilot/pkg/networking/core/v1alpha3/listener_inbound.go @ 1.18.1",
                    "1.18.1"),
            Change.of(
                    ListenerChoices.ExternalWildcards.ALL_FAMILIES,
                    "External services without an address are listened for in all families of the proxy.",
                    "release note serviceentry-dualstack; pilot/pkg/networking/core/v1alpha3/listener.go @ 1.20.0",
                    "1.18.6",
                    "1.20.0"),
            Change.of(
                    ListenerChoices.GivenBinds.WITH_FURTHER,
                    "Listeners for endpoints of headless services no longer take addresses of other services.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ListenerChoices.DeclaredPortBinds.FURTHER_ADDRESSES_OR_WILDCARD,
                    "A TCP port of a Sidecar's egress listens at any IPv6 address, too.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ListenerChoices.FilterTimeouts.ALWAYS,
                    "All outbound listeners say how long they wait for the first bytes.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ListenerChoices.HttpMetadataExchange.NATIVE_UNLESS_REFUSED,
                    "The HTTP metadata exchange is a native filter.",
                    "pilot/pkg/networking/core/v1alpha3/listener_builder.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ListenerChoices.MeshCiphers.CONFIGURABLE,
                    "meshMTLS.cipherSuites holds for inbound mutual TLS.",
                    "pilot/pkg/security/authn/utils/utils.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ListenerChoices.OwnTlsDefaults.CURVES_AND_VERSION,
                    "tlsDefaults of the mesh hold where a Sidecar sets up TLS itself.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    ListenerChoices.OwnTlsDefaults.CIPHERS_TOO,
                    "tlsDefaults.cipherSuites hold where a Sidecar sets up TLS itself.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ListenerChoices.OwnTlsMinimum.AS_WRITTEN,
                    "tlsDefaults.minProtocolVersion gives Sidecars' own TLS the version written, not one two older.",
                    "pilot/pkg/networking/core/listener.go @ 1.29.1",
                    "1.27.6",
                    "1.28.4",
                    "1.29.1"),
            Change.of(
                    ListenerChoices.GivenBinds.ALONE,
                    "Listeners at an address that a Sidecar gives no longer take addresses of services.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.1",
                    "1.19.1"),
            Change.of(
                    ListenerChoices.RangeBinds.ALL_FAMILIES,
                    "Listeners for ranges of addresses listen for all families of the pod.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.1",
                    "1.19.1"),
            Change.of(
                    ListenerChoices.DeclaredPortBinds.FURTHER_ADDRESSES,
                    "A TCP port of a Sidecar's egress listens at the service's addresses only.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.1",
                    "1.19.1"),
            Change.of(
                    ListenerChoices.ChainConflicts.SAME_MEANING,
                    "Services that share a listener are merged by what their filter chains match.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.1",
                    "1.19.1"),
            Change.of(
                    ListenerChoices.ListenerLogs.REDIRECTED,
                    "Outbound listeners for services have no access log of their own.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.19.1",
                    "1.19.1"),
            Change.of(
                    ListenerChoices.HeaderSettings.CONFIGURABLE,
                    "proxyHeaders configures server, request ID, certificate and debug headers.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go @ 1.19.1",
                    "1.19.1"),
            Change.of(
                    ListenerChoices.Ipv4OfIpv6Proxies.WHEN_ASKED,
                    "IPv6 proxies can take redirected IPv4 traffic.",
                    "release note 46719; pilot/pkg/networking/core/v1alpha3/listener_builder.go @ 1.19.4",
                    "1.19.4"),
            Change.of(
                    ListenerChoices.AliasServerNames.PRESENT,
                    "ExternalName services are server names of what they stand for.",
                    "pilot/pkg/networking/core/v1alpha3/tls.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    ListenerChoices.NetworkAuthentication.NONE,
                    "Istio's network authentication filter is gone.",
                    "pilot/pkg/networking/core/v1alpha3/listener_inbound.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    ListenerChoices.ServerNames.WILDCARD,
                    "External TLS services without an address are told apart by server name in IPv6 proxies, too.",
                    "release note 49476; pilot/pkg/networking/core/v1alpha3/tls.go @ 1.20.4",
                    "1.20.4"),
            Change.of(
                    ListenerChoices.OutboundReservedPorts.STATIC_AND_REDIRECTED,
                    "Wildcard listeners keep off the ports 15001 and 15006.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    ListenerChoices.HttpMetadataExchange.NATIVE,
                    "The WebAssembly metadata exchange is gone.",
                    "pilot/pkg/networking/core/v1alpha3/listener_builder.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    ListenerChoices.ConnectionIdleTimeout.HONOURED,
                    "A DestinationRule's TCP idle timeout holds for connections from the application.",
                    "pilot/pkg/networking/core/v1alpha3/networkfilter.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    ListenerChoices.WildcardFamilies.ALWAYS_BOTH,
                    "Wildcard outbound listeners have all families of the pod, dual stack or not.",
                    "pilot/pkg/networking/core/listener.go @ 1.22.4",
                    "1.22.4",
                    "1.23.0"),
            Change.of(
                    ListenerChoices.CidrRanges.ALL,
                    "All address ranges of a service share a filter chain.",
                    "pilot/pkg/networking/core/listener.go @ 1.22.4",
                    "1.22.4",
                    "1.23.0"),
            Change.of(
                    ListenerChoices.SubnetMatches.CARRIED_ON,
                    "Destinations of a VirtualService's TLS match hold for those after it that name none, too.",
                    "pilot/pkg/networking/core/tls.go @ 1.22.4",
                    "1.22.4",
                    "1.23.0"),
            Change.of(
                    ListenerChoices.WildcardFamilies.DUAL_STACK_ONLY,
                    "Wildcard outbound listeners have several families only with dual stack.",
                    "release note revert-multi-vip; pilot/pkg/networking/core/listener.go @ 1.23.1",
                    "1.22.5",
                    "1.23.1"),
            Change.of(
                    ListenerChoices.CidrRanges.FIRST,
                    "A service has one address range.",
                    "release note revert-multi-vip; pilot/pkg/networking/core/listener.go @ 1.23.1",
                    "1.22.5",
                    "1.23.1"),
            Change.of(
                    ListenerChoices.SubnetMatches.OWN,
                    "Destinations of a VirtualService's TLS match hold for that match.",
                    "release note revert-multi-vip; pilot/pkg/networking/core/tls.go @ 1.23.1",
                    "1.22.5",
                    "1.23.1"),
            Change.of(
                    ListenerChoices.OutboundSockets.EVERY_PORT,
                    "Outbound listeners may be on the ports 15021 and 15090 of an address that isn't the wildcard.",
                    "pilot/pkg/model/context.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ListenerChoices.InboundReservedPorts.ALL,
                    "Services on the sidecar's own ports have no inbound filter chains.",
                    "pilot/pkg/networking/core/listener_inbound.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ListenerChoices.TlsInspectorBuffer.SMALL,
                    "The TLS inspector starts with a small buffer.",
                    "pilot/pkg/xds/filters/filters.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ListenerChoices.StatPrefixEnd.SEMICOLON,
                    "Statistics of connection managers end with a semicolon.",
                    "pilot/pkg/networking/core/listener.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ListenerChoices.Continue100.PROXIED,
                    "Expect: 100-continue is passed on.",
                    "pilot/pkg/networking/core/listener_builder.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ListenerChoices.WildcardFamilies.ALWAYS_BOTH,
                    "Wildcard outbound listeners have all families of the pod, dual stack or not.",
                    "pilot/pkg/networking/core/listener.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ListenerChoices.CidrRanges.ALL,
                    "All address ranges of a service share a filter chain.",
                    "pilot/pkg/networking/core/listener.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ListenerChoices.SubnetMatches.CARRIED_ON,
                    "Destinations of a VirtualService's TLS match hold for those after it that name none, too.",
                    "pilot/pkg/networking/core/tls.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ListenerChoices.HandshakeTimeout.FIFTEEN_SECONDS,
                    "TLS handshakes with outbound listeners may take 15 seconds.",
                    "pilot/pkg/networking/core/listener.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ListenerChoices.IngressMetadata.PRESENT,
                    "Filter chains of a Sidecar's ingress tell which Sidecar.",
                    "pilot/pkg/networking/core/listener_inbound.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ListenerChoices.HeaderSettings.WITH_CLIENT_CERT,
                    "proxyHeaders.setCurrentClientCertDetails selects what of a certificate is told.",
                    "pilot/pkg/networking/core/listener_inbound.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ListenerChoices.HttpInspection.ALONE,
                    "Outbound listeners that look for HTTP no longer look for TLS.",
                    "pilot/pkg/networking/core/listener.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    ListenerChoices.MetadataLabels.CONFIGURABLE,
                    "Workloads can tell each other more labels.",
                    "pilot/pkg/xds/filters/filters.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    ListenerChoices.HeaderCase.CONFIGURABLE,
                    "preserveHttp1HeaderCase holds for connection managers.",
                    "pilot/pkg/networking/core/listener_builder.go @ 1.25.5",
                    "1.25.5",
                    "1.26.4",
                    "1.27.1"),
            Change.of(
                    ListenerChoices.AcceptLimit.REDIRECTED,
                    "Inbound listeners and the outbound redirection accept one connection at a time.",
                    "pilot/pkg/networking/core/listener_builder.go @ 1.26.0",
                    "1.26.0"),
            Change.of(
                    ListenerChoices.AcceptLimit.ALL_SOCKETS,
                    "All listeners with a socket accept one connection at a time.",
                    "pilot/pkg/networking/core/listener.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    ListenerChoices.ForwardedPort.CONFIGURABLE,
                    "x-forwarded-port can be added.",
                    "pilot/pkg/networking/core/listener_builder.go @ 1.28.0",
                    "1.28.0"));

    private static final List<Change> ACCESS_LOGS_AND_TRACING = List.of(
            Change.of(
                    AccessLogChoices.BuiltInCommands.CEL_UNKNOWN,
                    "METADATA can be used in access log formats.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    TracingChoices.UnsaidSampling.OF_SIDECAR,
                    "A Telemetry without randomSamplingPercentage leaves sampling as the mesh has it.",
                    "pilot/pkg/model/telemetry.go @ 1.19.1",
                    "1.17.6",
                    "1.18.3",
                    "1.19.1"),
            Change.of(
                    TracingChoices.IstioTags.ALWAYS,
                    "Spans always have Istio's tags.",
                    "pilot/pkg/networking/core/v1alpha3/tracing.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    AccessLogChoices.BuiltInCommands.NEED_FORMATTERS,
                    "CEL can be used in access log formats.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    TracingChoices.ClusterTag.PRESENT,
                    "Spans have the tag istio.cluster_id.",
                    "pilot/pkg/networking/core/v1alpha3/tracing.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    AccessLogChoices.JsonOptions.WRITTEN_ORDER,
                    "JSON access logs keep the order of their properties.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    AccessLogChoices.TextClusterName.RAW,
                    "Text access logs name clusters without the semicolon of statistics.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    AccessLogChoices.LoggedState.NATIVE_AND_WASM,
                    "Access log services get what the native metadata exchange leaves.",
                    "pilot/pkg/networking/core/accesslog.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    AccessLogChoices.BuiltInLabels.LEFT_OUT,
                    "OpenTelemetry access logs have only the labels that were asked for.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    AccessLogChoices.ProvidersState.NATIVE,
                    "Access log providers get what the native metadata exchange leaves, and nothing of the former one.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    AccessLogChoices.JsonClusterName.RAW,
                    "JSON access logs name clusters without the semicolon of statistics.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.24.2",
                    "1.23.4",
                    "1.24.2"),
            Change.of(
                    TracingChoices.IstioTags.CONFIGURABLE,
                    "tracing.enableIstioTags can leave Istio's tags out.",
                    "pilot/pkg/networking/core/tracing.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    AccessLogChoices.BuiltInCommands.ALL_BUILT_IN,
                    "METADATA and CEL need no extension in access log formats.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.26.0",
                    "1.26.0"));

    private static final List<Change> CLUSTERS = List.of(
            Change.of(
                    ClusterChoices.OriginalPort.NOT_TOLD,
                    "Clusters no longer tell the port of their service (default_original_port).",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    ClusterChoices.DnsFamilies.BOTH_WHEN_DUAL,
                    "DNS clusters of a dual-stack proxy ask for addresses of both families.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    ClusterChoices.DrainingHosts.COOKIE_SESSIONS,
                    "Clusters of services with persistent sessions keep hosts that drain.",
                    "pilot/pkg/networking/core/v1alpha3/cluster.go @ 1.17.3",
                    "1.17.3",
                    "1.18.0"),
            Change.of(
                    PolicyChoices.TlsDefaults.CURVES,
                    "The mesh's tlsDefaults set the elliptic curves of upstream TLS.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    ClusterChoices.IngressLoopback.ASKED_FAMILY,
                    "A Sidecar's defaultEndpoint [::1] is honoured.",
                    "pilot/pkg/networking/core/v1alpha3/cluster.go @ 1.18.6, release note 47412",
                    "1.18.6",
                    "1.19.4",
                    "1.20.0"),
            Change.of(
                    PolicyChoices.TlsDefaults.CURVES_AND_CIPHERS,
                    "The mesh's tlsDefaults set the ciphers of upstream TLS.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    PolicyChoices.InsecureSkipVerify.HONOURED,
                    "insecureSkipVerify of a DestinationRule has an effect.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    PolicyChoices.AlpnOverride.NOT_WITH_OWN_TLS,
                    "Clusters with TLS mode SIMPLE or MUTUAL keep the application's ALPN.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ClusterChoices.StatPatterns.WITH_TARGET_PORT,
                    "Patterns of statistics names may contain %TARGET_PORT%.",
                    "pilot/pkg/networking/telemetry/telemetry.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ClusterChoices.IngressServices.NONE,
                    "Inbound clusters of a Sidecar's listeners tell of no service.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ClusterChoices.ExchangeMarks.EXTERNAL_SERVICES,
                    "Clusters of external services are marked as external.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.19.1",
                    "1.19.1"),
            Change.of(
                    ClusterChoices.ExchangeFilter.STRUCT_WITH_DISCOVERY,
                    "The metadata exchange filter of clusters looks workloads up.",
                    "pilot/pkg/xds/filters/filters.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    ClusterChoices.SubsetStatNames.LEFT_EMPTY,
                    "%SUBSET_NAME% in patterns of statistics names is left empty.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    ClusterChoices.InboundTarget.ORIGINAL,
                    "Inbound clusters always send to the original destination.",
                    "pilot/pkg/networking/core/v1alpha3/cluster.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    ClusterChoices.StatedAccounts.OF_YOUNGEST,
                    "Of several services of a host the youngest states the accounts for all ports, not only for its own.",
                    "pilot/pkg/model/push_context.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    ClusterChoices.InboundPool.SIDECAR_FIRST,
                    "A Sidecar can set the connection pool of inbound clusters.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    PolicyChoices.PoolLimits.WITH_IDLE_TIMEOUT_AND_STREAMS,
                    "Connection pools honour tcp.idleTimeout and http.maxConcurrentStreams.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_traffic_policy.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    PolicyChoices.ProxyProtocol.OVER_TLS,
                    "A DestinationRule can ask for the PROXY protocol on connections with TLS.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_traffic_policy.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    PolicyChoices.AutoSni.UNLESS_REFUSED,
                    "Hosts are asked for by the name in the request when a DestinationRule gives no SNI.",
                    "pilot/pkg/features/pilot.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    PolicyChoices.CertificateCheck.UNLESS_REFUSED,
                    "Certificates are checked against the system's issuers when a DestinationRule names none.",
                    "pilot/pkg/features/pilot.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    ClusterChoices.InboundTarget.AS_CONFIGURED,
                    "inboundTrafficPolicy of the mesh decides where inbound clusters send traffic.",
                    "pilot/pkg/networking/core/cluster.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    ClusterChoices.PassthroughPorts.TARGET_UNLESS_REFUSED,
                    "ServiceEntries without resolution send traffic to the target port.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    PolicyChoices.RevokedCertificates.HONOURED,
                    "caCrl of a DestinationRule has an effect.",
                    "pilot/pkg/networking/core/cluster_tls.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    ClusterChoices.RuleVersion.V1,
                    "Clusters tell of DestinationRules by networking.istio.io/v1.",
                    "pkg/config/schema/gvk/resources.gen.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ClusterChoices.SubsetStatNames.PUT_IN,
                    "%SUBSET_NAME% in patterns of statistics names is the subset's name again.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.22.1",
                    "1.22.1"),
            Change.of(
                    PolicyChoices.Http2Upgrade.AFTER_LIMITS_UNLESS_CLIENT_PROTOCOL,
                    "useClientProtocol goes before h2UpgradePolicy.",
                    "pilot/pkg/networking/core/cluster_traffic_policy.go @ 1.22.7",
                    "1.22.7",
                    "1.23.4",
                    "1.24.2",
                    "1.25.0"),
            Change.of(
                    ClusterChoices.InboundPassthrough.ONE,
                    "One InboundPassthroughCluster with a source address for each family replaces one for each family.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ClusterChoices.StatNames.ALWAYS,
                    "Every cluster has a statistics name that ends with a delimiter.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ClusterChoices.InboundCleanup.NEVER,
                    "Inbound clusters never forget hosts.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    PolicyChoices.ProxyProtocol.ALL,
                    "A DestinationRule can ask for the PROXY protocol on connections without TLS.",
                    "pilot/pkg/networking/core/cluster_traffic_policy.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ClusterChoices.DnsFamilies.BOTH_WHEN_DUAL_OR_ASKED,
                    "DNS clusters of an IPv6 proxy that gets IPv4 listeners ask for addresses of both families.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.23.1",
                    "1.23.1"),
            Change.of(
                    PolicyChoices.LocalityWeights.WHEN_USED,
                    "Localities are weighted only when traffic is distributed or can fail over.",
                    "pilot/pkg/networking/core/cluster_traffic_policy.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    PolicyChoices.Warmup.DURATION_AND_SLOPE,
                    "Warmup of a DestinationRule sets where a new host starts and how steeply it gets traffic.",
                    "pilot/pkg/networking/core/cluster_traffic_policy.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    PolicyChoices.CertificateCheck.ALWAYS,
                    "Checking certificates can no longer be turned off.",
                    "pilot/pkg/networking/core/cluster_tls.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    PolicyChoices.MetadataCertificates.INSIDE_THE_MESH,
                    "TLS settings for external services go before certificates in the proxy's metadata.",
                    "pilot/pkg/networking/core/cluster_tls.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ClusterChoices.DrainingHosts.ALL_SESSIONS,
                    "Clusters of services with sessions by header keep hosts that drain, too.",
                    "pilot/pkg/networking/core/cluster.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ClusterChoices.IngressServices.MATCHING,
                    "Inbound clusters of a Sidecar's listeners tell of the service whose port they take.",
                    "pilot/pkg/networking/core/cluster.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ClusterChoices.StatPatterns.WITH_SERVICE_NAME,
                    "Patterns of statistics names may contain %SERVICE_NAME%.",
                    "pilot/pkg/networking/telemetry/telemetry.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    TrafficChoices.RuleOrder.SELECTORS_FIRST,
                    "DestinationRules with a workload selector go before older ones without.",
                    "pilot/pkg/model/push_context.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    TrafficChoices.RuleMerging.SAME_EXPORT,
                    "DestinationRules of one host are merged only if they are exported to the same namespaces.",
                    "pilot/pkg/model/destination_rule.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ClusterChoices.PassthroughPorts.TARGET,
                    "Target ports of ServiceEntries without resolution can no longer be ignored.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    ClusterChoices.InboundServices.UNLESS_EXTERNAL,
                    "Inbound clusters tell of no services when the first is outside the mesh.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ClusterChoices.DnsResolver.CARES_WITH_JITTER,
                    "DNS clusters use c-ares with a limit of queries per socket, and jitter.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    ClusterChoices.HeaderCase.KEPT_TO_SERVICES,
                    "preserveHttp1HeaderCase keeps the case of header names in requests to services.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    ClusterChoices.ExchangeMarks.EXTERNAL_OR_TUNNELED_SERVICES,
                    "Clusters whose hosts are all reached through tunnels exchange no metadata.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.26.0",
                    "1.26.0"),
            Change.of(
                    PolicyChoices.SidecarCredentials.WITH_SELECTOR_OR_CONFIG_MAP,
                    "credentialName of a ConfigMap needs no workload selector.",
                    "pilot/pkg/networking/core/cluster_tls.go @ 1.26.0",
                    "1.26.0"),
            Change.of(
                    PolicyChoices.AutoSni.ALWAYS,
                    "Asking for hosts by the name in the request can no longer be turned off.",
                    "pilot/pkg/networking/core/cluster_tls.go @ 1.26.0",
                    "1.26.0"),
            Change.of(
                    PolicyChoices.RetryBudgets.FIFTH_OF_A_PERCENT,
                    "A DestinationRule can set a retry budget.",
                    "pilot/pkg/networking/core/cluster_traffic_policy.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    ClusterChoices.HeaderCase.KEPT_EVERYWHERE,
                    "preserveHttp1HeaderCase keeps the case of header names in all requests.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    PolicyChoices.Http2Upgrade.BEFORE_LIMITS,
                    "maxConcurrentStreams limits upgraded clusters too.",
                    "pilot/pkg/networking/core/cluster_traffic_policy.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    ClusterChoices.RemainingResources.WHEN_ASKED,
                    "Circuit breakers no longer count what is left.",
                    "pilot/pkg/networking/core/cluster_traffic_policy.go @ 1.29.0",
                    "1.29.0"),
            Change.of(
                    PolicyChoices.RetryBudgets.FIFTH,
                    "A retry budget without percentage is 20 percent, not 0.2.",
                    "pilot/pkg/networking/core/cluster_traffic_policy.go @ 1.28.6",
                    "1.28.6",
                    "1.29.2"),
            Change.of(
                    TrafficChoices.SubsetRetryBudget.INHERITED,
                    "A host's retry budget reaches its subsets.",
                    "pilot/pkg/networking/util/util.go @ 1.29.2",
                    "1.29.2"),
            Change.of(
                    ClusterChoices.ConnectStrategy.HONOURED,
                    "The annotation istio.io/connect-strategy of a ServiceEntry makes its host a logical DNS cluster for both families.",
                    "pilot/pkg/networking/core/cluster_builder.go @ 1.30.0",
                    "1.30.0"),
            Change.of(
                    ClusterChoices.DynamicDns.FORWARD_PROXY,
                    "Wildcard hosts with dynamic DNS get a dynamic forward proxy.",
                    "pilot/pkg/networking/core/cluster.go @ 1.30.0",
                    "1.30.0"));

    private static final List<Change> ENDPOINTS = List.of(
            Change.of(
                    EndpointChoices.CanonicalNames.LABELS_OR_FALLBACKS,
                    "Endpoints without canonical labels are named by app labels or their workload.",
                    "pilot/pkg/networking/util/util.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    EndpointChoices.FailoverLabels.GIVEN_OR_THE_PROXYS,
                    "failoverPriority may give a label's value.",
                    "pilot/pkg/networking/core/v1alpha3/loadbalancer/loadbalancer.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    EndpointChoices.RuleTls.SUBSET,
                    "A subset's TLS mode decides for that subset's endpoints only.",
                    "pilot/pkg/xds/mtls_checker.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    EndpointChoices.RuleTls.SUBSET_ANY_MODE,
                    "TLS modes SIMPLE and MUTUAL take Istio's mutual TLS off endpoints.",
                    "pilot/pkg/xds/endpoints/mtls_checker.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    EndpointChoices.DnsEndpoints.AS_OTHERS,
                    "Hosts of DNS clusters have health and TLS mode as other endpoints have.",
                    "pilot/pkg/xds/endpoints/endpoint_builder.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    EndpointChoices.FailoverRegions.ORDER_WITHIN,
                    "Failover orders regions within each failoverPriority.",
                    "pilot/pkg/networking/core/v1alpha3/loadbalancer/loadbalancer.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    EndpointChoices.HostNames.LEFT_OUT,
                    "Endpoints of static services that are host names are left out.",
                    "pilot/pkg/xds/endpoints/endpoint_builder.go @ 1.20.7",
                    "1.20.7",
                    "1.21.3",
                    "1.22.0"),
            Change.of(
                    EndpointChoices.Nearness.ZONE_OR_NODE,
                    "trafficDistribution can keep traffic on the node; subzones no longer count.",
                    "pilot/pkg/networking/core/loadbalancer/loadbalancer.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    EndpointChoices.DnsFailoverLabels.FIRST_LOCALITY,
                    "failoverPriority orders the hosts of DNS clusters.",
                    "pilot/pkg/networking/core/cluster.go @ 1.30.0",
                    "1.30.0"));

    private static final List<Change> MESH = List.of(
            Change.of(
                    MeshChoices.ZonedSlices.READ,
                    "EndpointSlices that name zones count (recorded answers of older releases lack them).",
                    "pkg/kube/client.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    MeshChoices.DrainingEndpoints.SERVING_WHILE_TERMINATING,
                    "Endpoints drain while they terminate, and not while they are just not ready.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    MeshChoices.UnreadyEndpoints.UNUSED,
                    "Endpoints that are not ready don't count for headless services.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    MeshChoices.UnreadyEndpoints.LEFT_OUT,
                    "A sidecar that no service selects serves nothing on account of endpoints that are not ready.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    MeshChoices.UnreadyEndpoints.UNHEALTHY,
                    "Endpoints that are not ready are known as unhealthy, not left out.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.18.6",
                    "1.18.6",
                    "1.19.4"),
            Change.of(
                    MeshChoices.AgentVariable.AS_ISTIOD,
                    "Proxies' agents read ISTIO_DUAL_STACK instead of ISTIO_AGENT_DUAL_STACK.",
                    "release note 43892; tools/istio-iptables/pkg/cmd/root.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    AddressChoices.ExtraVips.ALL_IF_DUAL_STACK,
                    "A listener has a service's further virtual addresses only with dual stack on.",
                    "pilot/pkg/model/service.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    AddressChoices.RouteVips.PRIMARY_AND_EXTRA,
                    "Virtual hosts answer to all virtual addresses of a service.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    MeshChoices.KubernetesProtocolNames.H2C,
                    "appProtocol kubernetes.io/h2c is HTTP/2.",
                    "pkg/config/kube/conversion.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    MeshChoices.ExternalNames.ALIAS_WHEN_ENABLED,
                    "ENABLE_EXTERNAL_NAME_ALIAS makes ExternalName services aliases.",
                    "pilot/pkg/serviceregistry/kube/conversion.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    MeshChoices.ExternalNames.ALIAS_UNLESS_DISABLED,
                    "ExternalName services are aliases unless ENABLE_EXTERNAL_NAME_ALIAS is false.",
                    "pilot/pkg/features/pilot.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    MeshChoices.WorkloadNames.CONTROLLER_OR_ROLLOUT,
                    "Workloads of Argo Rollouts are named after the rollout.",
                    "pkg/kube/util.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    AddressChoices.ExtraVips.ALL_OR_ONE_FAMILY,
                    "All proxies listen on all virtual addresses with dual stack or ambient on, on those of one family without.",
                    "pilot/pkg/model/service.go @ 1.22.4",
                    "1.22.4"),
            Change.of(
                    AddressChoices.ExtraVips.ALL_IF_DUAL_STACK,
                    "The choice of virtual addresses is taken back.",
                    "pilot/pkg/model/service.go @ 1.22.5",
                    "1.22.5"),
            Change.of(
                    AddressChoices.ExtraVips.ALL_OR_ONE_FAMILY,
                    "All proxies listen on all virtual addresses with dual stack or ambient on, on those of one family without.",
                    "pilot/pkg/model/service.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    AddressChoices.RouteVips.ALL_IF_DUAL_STACK,
                    "Virtual hosts answer to all virtual addresses that the proxy may use, with dual stack on.",
                    "pilot/pkg/networking/core/httproute.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    MeshChoices.ServiceOrder.NAME_THEN_NAMESPACE,
                    "Services of the same age come by name, then namespace.",
                    "pilot/pkg/model/push_context.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    AddressChoices.ExtraVips.BY_PROXY_FAMILIES,
                    "A proxy with one family listens on virtual addresses of that family.",
                    "pilot/pkg/model/service.go @ 1.23.1",
                    "1.23.1"),
            Change.of(
                    MeshChoices.PodEndpoints.MERGED,
                    "A dual-stack pod behind a dual-stack service is one endpoint with all its addresses.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    AddressChoices.PrimaryVip.PROXY_FAMILY_IPV4_FIRST,
                    "A proxy reaches a service under an address of its own family first; dual-stack proxies get an IPv4 address first.",
                    "pilot/pkg/model/service.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    AddressChoices.RouteVips.ALL,
                    "Virtual hosts answer to all virtual addresses that the proxy may use.",
                    "pilot/pkg/networking/core/httproute.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    MeshChoices.KubernetesProtocolNames.H2C_AND_WEBSOCKET,
                    "appProtocol kubernetes.io/ws is HTTP, kubernetes.io/wss HTTPS.",
                    "pkg/config/kube/conversion.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    MeshChoices.ExternalNames.ALIAS,
                    "ExternalName services are always aliases.",
                    "pilot/pkg/serviceregistry/kube/conversion.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    MeshChoices.ExportToLists.TRIMMED,
                    "Blanks in a service's exportTo annotation are dropped.",
                    "pilot/pkg/serviceregistry/kube/conversion.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    MeshChoices.DrainingServices.ALL_SESSIONS,
                    "Endpoints of services with header-based persistent sessions drain.",
                    "pilot/pkg/model/service.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    AddressChoices.PrimaryVip.PROXY_FAMILY,
                    "A dual-stack proxy reaches a service under the service's first address again.",
                    "pilot/pkg/model/service.go @ 1.24.6",
                    "1.24.6",
                    "1.25.3"),
            Change.of(
                    MeshChoices.UnreadyEndpoints.TERMINATING_APART,
                    "Endpoints that shut down are known as terminating.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    MeshChoices.HiddenServices.WITHOUT_ENDPOINTS,
                    "Services exported nowhere have no endpoints.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    MeshChoices.WorkloadNames.LABEL_FIRST,
                    "The label service.istio.io/workload-name names a workload.",
                    "pkg/kube/util.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    MeshChoices.NetworkLabels.KEPT,
                    "A workload's label topology.istio.io/network goes before the network of its WorkloadEntry or sidecar.",
                    "pilot/pkg/serviceregistry/util/label/label.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    MeshChoices.TrafficDistributions.SERVICE_CLOSE,
                    "trafficDistribution PreferClose of a service prefers endpoints of the same zone.",
                    "pilot/pkg/serviceregistry/kube/conversion.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    MeshChoices.TrafficDistributions.SERVICE,
                    "trafficDistribution PreferSameZone and PreferSameNode are understood.",
                    "pilot/pkg/model/service.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    MeshChoices.NamedTargetPorts.NATIVE_SIDECARS_TOO,
                    "A named target port is looked up in native sidecars too.",
                    "pilot/pkg/serviceregistry/kube/controller/util.go @ 1.28.5",
                    "1.28.5",
                    "1.29.1"),
            Change.of(
                    MeshChoices.LocalityLabels.TOPOLOGY_LOCALITY,
                    "The pod label topology.istio.io/locality gives a locality.",
                    "pilot/pkg/serviceregistry/kube/controller/controller.go @ 1.29.0",
                    "1.29.0"),
            Change.of(
                    MeshChoices.TrafficDistributions.SERVICE_OR_NAMESPACE,
                    "A namespace's annotation sets the trafficDistribution of its services.",
                    "pilot/pkg/model/service.go @ 1.30.0",
                    "1.30.0"),
            Change.of(
                    AddressChoices.RouteVips.ALL_OF_PROXY_FAMILIES,
                    "Virtual hosts don't answer to a virtual address of a family that the proxy lacks.",
                    "pilot/pkg/model/service.go @ 1.30.0",
                    "1.30.0"),
            Change.of(
                    MeshChoices.ServiceExports.PRIVATE_AND_EXPORTED,
                    "defaultServiceExportTo may name namespaces.",
                    "pilot/pkg/model/push_context.go @ 1.30.3",
                    "1.30.3"));

    private static final List<Change> EXTENSIONS = List.of(
            Change.of(
                    ExtensionChoices.FilterNames.EXACT,
                    "EnvoyFilters find filters by their present names only.",
                    "pilot/pkg/networking/core/v1alpha3/envoyfilter/listener_patch.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ExtensionChoices.FilterRemoval.IN_TURN,
                    "An EnvoyFilter's REMOVE takes effect in its turn, not after all other patches.",
                    "pilot/pkg/networking/core/v1alpha3/envoyfilter/listener_patch.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ExtensionChoices.ApplicationProtocolMatch.ALL_NAMED,
                    "EnvoyFilters can look for application protocols of a filter chain.",
                    "pilot/pkg/networking/core/v1alpha3/envoyfilter/listener_patch.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    ExtensionChoices.FilterOrder.PRIORITY_FIRST,
                    "An EnvoyFilter's priority counts before its namespace, so that one of the root namespace may come last.",
                    "pilot/pkg/model/push_context.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    ExtensionChoices.EmptyChains.DROPPED,
                    "Where EnvoyFilters apply, filter chains without filters go.",
                    "pilot/pkg/networking/core/envoyfilter/listener_patch.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    ExtensionChoices.DomainMatch.HONOURED,
                    "EnvoyFilters can look for a domain of a virtual host.",
                    "pilot/pkg/networking/core/envoyfilter/rc_patch.go @ 1.26.0",
                    "1.26.0"),
            Change.of(
                    ExtensionChoices.ListenerFilterMerge.HONOURED,
                    "EnvoyFilters can be merged into listener filters.",
                    "pilot/pkg/networking/core/envoyfilter/listener_patch.go @ 1.27.0",
                    "1.27.0"));

    private static final List<Change> ENTRIES = List.of(
            Change.of(
                    EntryChoices.MadeUpAddresses.SKIPPING_ALL,
                    "Made-up addresses of ServiceEntries are shared only within a namespace.",
                    "pilot/pkg/serviceregistry/serviceentry/controller.go @ 1.17.2",
                    "1.17.2"),
            Change.of(
                    EntryChoices.EntryHealth.UNKNOWN,
                    "Endpoints of ServiceEntries have no health status.",
                    "pilot/pkg/model/service.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    EntryChoices.MadeUpAddresses.SKIPPING_USED_TO_LAST_BLOCK,
                    "Made-up addresses of ServiceEntries are counted anew.",
                    "pilot/pkg/serviceregistry/serviceentry/controller.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    EntryChoices.EntryLocality.FIELD_OR_LABEL,
                    "The label istio-locality of a WorkloadEntry gives its locality.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    EntryChoices.ListedEndpoints.BY_NAME,
                    "Endpoints listed in clusters are assigned to ports by name.",
                    "pilot/pkg/model/push_context.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    EntryChoices.ListedEndpoints.BY_NUMBER,
                    "Endpoints listed in clusters are assigned to ports by number again.",
                    "pilot/pkg/model/endpointshards.go @ 1.20.7",
                    "1.20.7",
                    "1.21.3"),
            Change.of(
                    EntryChoices.MadeUpAddresses.SKIPPING_USED,
                    "Made-up addresses of ServiceEntries are counted anew.",
                    "pilot/pkg/serviceregistry/serviceentry/controller.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    EntryChoices.MadeUpAddresses.BY_SLOT,
                    "Made-up addresses of ServiceEntries depend on their host alone, unless it collides.",
                    "pilot/pkg/serviceregistry/serviceentry/controller.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    EntryChoices.EntryAddresses.SERVICE_PER_HOST,
                    "Several addresses of a ServiceEntry make one service.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.22.4",
                    "1.22.4"),
            Change.of(
                    EntryChoices.EntryAddresses.SERVICE_PER_ADDRESS,
                    "Several addresses of a ServiceEntry make a service each again.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.22.5",
                    "1.22.5"),
            Change.of(
                    EntryChoices.EntryAddresses.SERVICE_PER_HOST,
                    "Several addresses of a ServiceEntry make one service.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    EntryChoices.AssignedAddresses.AS_OWN_IF_ENABLED,
                    "PILOT_ENABLE_IP_AUTOALLOCATE lets addresses in the status of ServiceEntries count.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    EntryChoices.EntryAddresses.SERVICE_PER_ADDRESS,
                    "Several addresses of a ServiceEntry make a service each again.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.23.1",
                    "1.23.1"),
            Change.of(
                    EntryChoices.AssignedAddresses.IF_ENABLED,
                    "Addresses in the status of ServiceEntries count only for proxies that capture DNS.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.23.1",
                    "1.23.1"),
            Change.of(
                    AddressChoices.AssignedVips.CAPTURE,
                    "Proxies that capture DNS use both families of assigned addresses.",
                    "pilot/pkg/model/service.go @ 1.23.1",
                    "1.23.1"),
            Change.of(
                    EntryChoices.EntryAddresses.SERVICE_PER_HOST,
                    "Several addresses of a ServiceEntry make one service.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    EntryChoices.SelectedPods.ALL_ADDRESSES,
                    "Pods that a ServiceEntry selects are endpoints with all their addresses.",
                    "pilot/pkg/serviceregistry/kube/controller/pod.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    EntryChoices.EntryAddresses.SERVICE_PER_ADDRESS,
                    "Several addresses of a ServiceEntry make a service each again.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.24.3",
                    "1.24.3"),
            Change.of(
                    EntryChoices.AssignedAddresses.UNLESS_DISABLED,
                    "Addresses in the status of ServiceEntries count unless PILOT_ENABLE_IP_AUTOALLOCATE is false.",
                    "pilot/pkg/features/pilot.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    EntryChoices.EntryNames.GROUP_OR_LABEL,
                    "The group or label of a WorkloadEntry names its workload.",
                    "pkg/kube/labels/labels.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    EntryChoices.HostEndpoints.IN_CLUSTER,
                    "Hosts of ServiceEntries that are their own endpoints belong to the cluster.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.26.0",
                    "1.26.0"),
            Change.of(
                    EntryChoices.DynamicDns.KNOWN,
                    "ServiceEntries can have resolution DYNAMIC_DNS.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    EntryChoices.HostEndpoints.NAMED,
                    "Hosts of ServiceEntries that are their own endpoints are named after the entry.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.30.0",
                    "1.30.0"),
            Change.of(
                    EntryChoices.WrittenEndpoints.NUMBERED,
                    "Endpoints listed in a ServiceEntry are named after the entry.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go @ 1.30.0",
                    "1.30.0"));
    private static final List<Change> TELEMETRY = List.of(
            Change.of(
                    TracingChoices.ZipkinIds.CONFIGURABLE,
                    "enable64bitTraceId gives short ids of traces.",
                    "pilot/pkg/networking/core/v1alpha3/tracing.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    TracingChoices.Lightstep.LIGHTSTEP,
                    "Lightstep's tracer stands under its own name.",
                    "pilot/pkg/networking/core/v1alpha3/tracing.go @ 1.18.0",
                    "1.18.0"),
            Change.of(
                    TelemetryChoices.WorkloadTelemetries.ALL,
                    "All Telemetry resources that select a workload count, not the oldest alone.",
                    "pilot/pkg/model/telemetry.go @ 1.20.0",
                    "1.20.0"),
            Change.of(
                    TracingChoices.Lightstep.OPEN_TELEMETRY,
                    "Lightstep's tracer stands as the OpenTelemetry tracer that it is.",
                    "pilot/pkg/networking/core/v1alpha3/tracing.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    TracingChoices.UpstreamSpans.CONNECTION_MANAGER,
                    "Connection managers start the spans that SkyWalking wants for upstreams, no longer routers.",
                    "pilot/pkg/networking/core/tracing.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    TracingChoices.Samplers.DYNATRACE,
                    "OpenTelemetry tracers may leave sampling to Dynatrace.",
                    "pilot/pkg/networking/core/tracing.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    TracingChoices.OpenCensus.GONE,
                    "Spans no longer go to OpenCensus agents.",
                    "pilot/pkg/networking/core/tracing.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    TelemetryChoices.Stackdriver.GONE,
                    "Stackdriver gets neither metrics nor logs nor spans.",
                    "pilot/pkg/model/telemetry.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    TracingChoices.CollectorMetadata.SENT,
                    "OpenTelemetry collectors get the initial metadata that their provider has.",
                    "pilot/pkg/networking/core/tracing.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    TracingChoices.Lightstep.GONE,
                    "Spans no longer go to Lightstep by a provider of its own.",
                    "pilot/pkg/networking/core/tracing.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    TracingChoices.TraceContext.TOLD,
                    "Zipkin tracers can be told to propagate W3C headers, too.",
                    "pilot/pkg/networking/core/tracing.go @ 1.28.0",
                    "1.28.0"),
            Change.of(
                    TelemetryChoices.ZipkinCollector.HTTP_SERVICE,
                    "A Zipkin collector is named as an HTTP service, with timeout and headers.",
                    "pilot/pkg/networking/core/tracing.go @ 1.29.0",
                    "1.29.0"),
            Change.of(
                    AccessLogChoices.ProvidersState.NATIVE_BUT_ALL_FOR_OPEN_TELEMETRY,
                    "OpenTelemetry access logs get what the former metadata exchange left, too.",
                    "pilot/pkg/model/telemetry_logging.go @ 1.29.0",
                    "1.29.0"),
            Change.of(
                    TracingChoices.FormattedTags.VALUES,
                    "Tags of spans can be formatted as access logs are.",
                    "pilot/pkg/networking/core/tracing.go @ 1.29.0",
                    "1.29.0"),
            Change.of(
                    TracingChoices.ContextPropagation.UNLESS_DISABLED,
                    "tracing.disableContextPropagation keeps the trace from upstreams.",
                    "pilot/pkg/networking/core/tracing.go @ 1.30.0",
                    "1.30.0"),
            Change.of(
                    TracingChoices.SpanNames.CONFIGURABLE,
                    "OpenTelemetry providers may name workloads by OpenTelemetry's conventions.",
                    "pilot/pkg/networking/core/tracing.go @ 1.30.0",
                    "1.30.0"));

    private static final List<Change> SCOPES = List.of(
            Change.of(
                    ScopeChoices.UnselectedTargets.ALL,
                    "A sidecar that no service selects serves all endpoints of its namespace's services without selector.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    ScopeChoices.UnselectedTargets.ANY_ADDRESS,
                    "A sidecar that no service selects serves the endpoints at its own addresses only.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.20.3",
                    "1.19.7",
                    "1.20.3"),
            Change.of(
                    ScopeChoices.NamespacesHost.OLDEST,
                    "Of several services of a host in a namespace Kubernetes' own or the oldest counts.",
                    "pilot/pkg/model/push_context.go @ 1.21.0",
                    "1.21.0"),
            Change.of(
                    ScopeChoices.SameHosts.MERGED,
                    "Of several services of a host one counts, with the ports of those like it.",
                    "pilot/pkg/model/sidecar.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    ScopeChoices.UndiscoveredResources.HIDDEN_UNLESS_UNSCOPED,
                    "discoverySelectors also hide Istio's resources unless ENABLE_ENHANCED_RESOURCE_SCOPING is false.",
                    "pilot/pkg/features/experimental.go @ 1.22.0",
                    "1.22.0"),
            Change.of(
                    ScopeChoices.SameHosts.MERGED_FOR_CLUSTERS,
                    "Several services of a host have listeners each, as with a Sidecar that names everything.",
                    "pilot/pkg/model/sidecar.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ScopeChoices.UnselectedTargets.FIRST_ADDRESS,
                    "A sidecar that no service selects serves the endpoints at its first address only.",
                    "pilot/pkg/serviceregistry/kube/controller/endpointslice.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ScopeChoices.BroughtIn.OF_NAMESPACE,
                    "Routes for clients of other namespaces bring no services into a sidecar.",
                    "pilot/pkg/model/push_context.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    ScopeChoices.UndiscoveredResources.HIDDEN,
                    "discoverySelectors always hide Istio's resources: ENABLE_ENHANCED_RESOURCE_SCOPING is gone.",
                    "pilot/pkg/bootstrap/server.go @ 1.25.0",
                    "1.25.0"),
            Change.of(
                    ScopeChoices.MeantNamespace.BEST,
                    "A VirtualService means Kubernetes' own or the oldest service of a host elsewhere.",
                    "pilot/pkg/model/sidecar.go @ 1.30.0",
                    "1.30.0"));

    /** What later releases added to the API: {@code Kind path} or {@code Kind path=VALUE}, see {@link ApiField}. */
    private static final Map<String, List<String>> API_FIELDS = Map.ofEntries(
            Map.entry(
                    "1.18.0",
                    List.of(
                            "MeshConfig zipkin.enable64bitTraceId",
                            "MeshConfig meshMTLS.ecdhCurves",
                            "MeshConfig tlsDefaults",
                            "MeshConfig proxyInboundListenPort")),
            Map.entry(
                    "1.19.0",
                    List.of(
                            "MeshConfig tlsDefaults.cipherSuites",
                            "MeshConfig meshMTLS.cipherSuites",
                            "MeshConfig proxyHeaders",
                            "MeshConfig gatewayTopology.proxyProtocol",
                            "VirtualService http.mirrors",
                            "VirtualService rewrite.uriRegexRewrite",
                            "Sidecar tls.mode=OPTIONAL_MUTUAL")),
            Map.entry(
                    "1.20.0",
                    List.of(
                            "MeshConfig proxyHeaders.metadataExchangeHeaders",
                            "AuthorizationPolicy spec.targetRef",
                            "RequestAuthentication spec.targetRef",
                            "Telemetry spec.targetRef",
                            "Sidecar spec.inboundConnectionPool",
                            "Sidecar ingress.connectionPool")),
            Map.entry(
                    "1.21.0",
                    List.of(
                            "DestinationRule http.maxConcurrentStreams",
                            "DestinationRule tcp.idleTimeout",
                            "DestinationRule trafficPolicy.proxyProtocol",
                            "Sidecar http.maxConcurrentStreams",
                            "Sidecar tcp.idleTimeout",
                            "RequestAuthentication jwtRules.fromCookies")),
            Map.entry(
                    "1.22.0",
                    List.of(
                            "MeshConfig opentelemetry.http",
                            "MeshConfig opentelemetry.resourceDetectors",
                            "MeshConfig opentelemetry.dynatraceSampler",
                            "MeshConfig inboundTrafficPolicy",
                            "AuthorizationPolicy spec.targetRefs",
                            "RequestAuthentication spec.targetRefs",
                            "EnvoyFilter spec.targetRefs",
                            "Telemetry spec.targetRefs",
                            "DestinationRule tls.caCrl",
                            "Sidecar tls.caCrl",
                            "RequestAuthentication jwtRules.timeout")),
            Map.entry("1.23.0", List.of("VirtualService corsPolicy.unmatchedPreflights")),
            Map.entry(
                    "1.24.0",
                    List.of(
                            "MeshConfig opentelemetry.grpc",
                            "MeshConfig zipkin.path",
                            "MeshConfig proxyHeaders.setCurrentClientCertDetails",
                            "DestinationRule loadBalancer.warmup")),
            Map.entry(
                    "1.25.0",
                    List.of(
                            "MeshConfig envoyExtAuthzHttp.clearRouteCache",
                            "MeshConfig envoyExtAuthzGrpc.clearRouteCache",
                            "MeshConfig proxyHeaders.preserveHttp1HeaderCase",
                            "MeshConfig tracing.enableIstioTags",
                            "AuthorizationPolicy source.serviceAccounts",
                            "AuthorizationPolicy source.notServiceAccounts",
                            "EnvoyFilter vhost.domainName",
                            "Telemetry tracing.enableIstioTags")),
            Map.entry(
                    "1.26.0",
                    List.of(
                            "MeshConfig envoyFileAccessLog.omitEmptyValues",
                            "MeshConfig headers.envName",
                            "Sidecar tls.credentialNames",
                            "Sidecar tls.tlsCertificates",
                            "VirtualService retries.backoff",
                            "VirtualService retries.retryIgnorePreviousHosts")),
            Map.entry("1.27.0", List.of("MeshConfig serviceScopeConfigs", "DestinationRule trafficPolicy.retryBudget")),
            Map.entry(
                    "1.28.0",
                    List.of(
                            "MeshConfig zipkin.traceContextOption",
                            "MeshConfig proxyHeaders.xForwardedHost",
                            "MeshConfig proxyHeaders.xForwardedPort",
                            "DestinationRule httpCookie.attributes",
                            "RequestAuthentication jwtRules.spaceDelimitedClaims",
                            "Sidecar tls.caCertCredentialName",
                            "ServiceEntry spec.resolution=DYNAMIC_DNS")),
            Map.entry(
                    "1.29.0",
                    List.of(
                            "MeshConfig zipkin.headers",
                            "MeshConfig zipkin.timeout",
                            "MeshConfig hboneIdleTimeout",
                            "MeshConfig fileFlushInterval",
                            "MeshConfig fileFlushMinSizeKb",
                            "MeshConfig statsCompression",
                            "EnvoyFilter configPatches.match.waypoint",
                            "EnvoyFilter configPatches.match.context=WAYPOINT",
                            "Telemetry customTags.*.formatter")),
            Map.entry(
                    "1.30.0",
                    List.of(
                            "MeshConfig opentelemetry.serviceAttributeEnrichment",
                            "MeshConfig outboundTrafficPolicy.tls",
                            "AuthorizationPolicy source.trustDomains",
                            "AuthorizationPolicy source.notTrustDomains",
                            "Telemetry tracing.disableContextPropagation")));

    private static final List<Change> INSTALLATION = List.of(
            Change.of(
                    InstallChoices.EndpointSource.SLICES,
                    "Endpoints always come from EndpointSlices: PILOT_USE_ENDPOINT_SLICE is gone.",
                    "pilot/pkg/features/pilot.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    InstallChoices.PilotValues.UNDER_PILOT_OR_TOP,
                    "The istiod chart also reads the values of pilot at the top.",
                    "manifests/charts/istio-control/istio-discovery/templates/zzy_descope_legacy.yaml @ 1.24.0",
                    "1.24.0"));

    /** What profiles and compatibility versions set. Source: manifests/profiles and manifests/helm-profiles of the releases. */
    private static final List<Preset> PRESETS = List.of(
            Preset.profile("default", "1.17.0"),
            Preset.profile("minimal", "1.17.0"),
            Preset.profile("empty", "1.17.0"),
            Preset.profile("openshift", "1.17.0"),
            Preset.profile("stable", "1.22.0"),
            Preset.profile("external", "1.17.0", "telemetry.enabled=false"),
            Preset.profile("remote", "1.17.0", "telemetry.enabled=false"),
            Preset.profile("preview", "1.17.0", "meshConfig.defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE=true"),
            Preset.profile(
                    "ambient",
                    "1.17.0",
                    "env.PILOT_ENABLE_INBOUND_PASSTHROUGH=false",
                    "env.PILOT_ENABLE_HBONE=true",
                    "meshConfig.defaultConfig.proxyMetadata.ISTIO_META_ENABLE_HBONE=true"),
            Preset.profile(
                    "ambient",
                    "1.18.0",
                    "env.VERIFY_CERTIFICATE_AT_CLIENT=true",
                    "env.ENABLE_AUTO_SNI=true",
                    "env.PILOT_ENABLE_HBONE=true",
                    "env.PILOT_ENABLE_AMBIENT_CONTROLLERS=true",
                    "meshConfig.defaultConfig.proxyMetadata.ISTIO_META_ENABLE_HBONE=true"),
            Preset.profile(
                    "ambient",
                    "1.22.0",
                    "env.PILOT_ENABLE_AMBIENT=true",
                    "meshConfig.defaultConfig.proxyMetadata.ISTIO_META_ENABLE_HBONE=true"),
            Preset.profile(
                    "openshift-ambient",
                    "1.22.0",
                    "env.PILOT_ENABLE_AMBIENT=true",
                    "meshConfig.defaultConfig.proxyMetadata.ISTIO_META_ENABLE_HBONE=true"),
            demo("1.17.0", "istio-system"),
            demo("1.18.0", "istio-system", tracing(2, "otel-tracing", "opentelemetry-collector.otel-collector")),
            demo("1.22.0", "observability", tracing(2, "otel-tracing", "opentelemetry-collector.observability")),
            demo(
                    "1.25.0",
                    "observability",
                    tracing(2, "otel-tracing", "opentelemetry-collector.observability"),
                    tracing(3, "jaeger", "jaeger-collector.istio-system")),
            Preset.compatibility(
                    "1.20",
                    "1.20",
                    "1.21.0",
                    "env.ENABLE_EXTERNAL_NAME_ALIAS=false",
                    "env.PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING=true",
                    "env.VERIFY_CERTIFICATE_AT_CLIENT=false",
                    "env.ENABLE_AUTO_SNI=false"),
            Preset.compatibility("1.20", "1.21", "1.22.0", "env.ENABLE_RESOLUTION_NONE_TARGET_PORT=false"),
            Preset.compatibility("1.20", "1.21", "1.22.2", "env.ENABLE_ENHANCED_RESOURCE_SCOPING=false"),
            Preset.compatibility(
                    "1.21",
                    "1.23",
                    "1.24.0",
                    "env.ENABLE_INBOUND_RETRY_POLICY=false",
                    "env.EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY=false",
                    "env.PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES=false",
                    "env.ENABLE_ENHANCED_DESTINATIONRULE_MERGE=false",
                    "env.PILOT_UNIFIED_SIDECAR_SCOPE=false"),
            Preset.compatibility("1.24", "1.24", "1.25.0", "env.PILOT_ENABLE_IP_AUTOALLOCATE=false"),
            Preset.compatibility("1.24", "1.26", "1.27.0", "env.ENABLE_NATIVE_SIDECARS=false"),
            Preset.compatibility(
                    "1.25",
                    "1.27",
                    "1.28.0",
                    "env.DISABLE_SHADOW_HOST_SUFFIX=false",
                    "env.PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY=false"),
            Preset.compatibility("1.25", "1.28", "1.29.0", "env.DISABLE_TRACK_REMAINING_CB_METRICS=false"),
            Preset.compatibility("1.25", "1.29", "1.30.0", "env.PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE=false"));

    private static final List<Change> CHANGES = Stream.of(
                    INSTALLATION,
                    MESH,
                    ENTRIES,
                    SCOPES,
                    LISTENERS,
                    ACCESS_LOGS_AND_TRACING,
                    CLUSTERS,
                    ENDPOINTS,
                    ROUTES,
                    SECURITY,
                    EXTENSIONS,
                    TELEMETRY)
            .flatMap(List::stream)
            .toList();

    private IstioProfiles() {}

    /** The newest release known. */
    public static IstioProfile newest() {
        return of(NEWEST.lastKey(), NEWEST.lastEntry().getValue());
    }

    /** The newest release of each line, oldest line first. */
    static List<Release> newestOfLines() {
        return NEWEST.entrySet().stream()
                .map(line -> new Release(line.getKey(), line.getValue()))
                .toList();
    }

    /**
     * The profile of a release.
     *
     * @param version {@code 1.29} for the newest known patch release of a line, or {@code 1.29.6}; or {@code per-family}
     * @throws UnknownReleaseException when it isn't known
     */
    public static IstioProfile named(String version) {
        if (version.equals(PerFamilyProfile.NAME)) {
            return PerFamilyProfile.profile();
        }
        String[] parts = version.split("\\.", -1);
        boolean known = version.matches("1\\.\\d{1,3}(\\.\\d{1,3})?") && NEWEST.containsKey(Integer.parseInt(parts[1]));
        if (!known) {
            throw new UnknownReleaseException(version, names());
        }
        int minor = Integer.parseInt(parts[1]);
        int patch = parts.length == 3 ? Integer.parseInt(parts[2]) : NEWEST.get(minor);
        if (patch > NEWEST.get(minor)) {
            throw new UnknownReleaseException(version, names());
        }
        return of(minor, patch);
    }

    /** What a release would do if each family had resources of its own, as in the design that was never released. */
    public static IstioProfile perFamily(IstioProfile profile) {
        return PerFamilyProfile.designOver(profile);
    }

    /** What a profile does, or would do, with several addresses in each resource, as in the design that was released. */
    public static IstioProfile multiAddress(IstioProfile profile) {
        return profile.has(AddressChoices.FamilyDesign.PER_FAMILY) ? PerFamilyProfile.withoutDesign() : profile;
    }

    /** The names of the profiles, for messages: the release lines, oldest first, and what was never released. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(lines());
        names.add(PerFamilyProfile.NAME);
        return names;
    }

    /** The release lines, oldest first. */
    public static List<String> lines() {
        return NEWEST.entrySet().stream().map(e -> "1." + e.getKey()).collect(Collectors.toList());
    }

    /** What releases after a profile's added to Istio's API. Source: manifests/charts/base/files/crd-all.gen.yaml of the releases. */
    public static List<ApiField> fieldsUnknownTo(IstioProfile profile) {
        Release release = released(profile);
        List<ApiField> unknown = new ArrayList<>();
        API_FIELDS.forEach((since, fields) -> {
            Release first = Release.of(since);
            if (first.compareTo(release) > 0) {
                fields.forEach(field -> unknown.add(ApiField.of(first, field)));
            }
        });
        return unknown;
    }

    /**
     * What a named profile of the installation sets, as {@code env.NAME=VALUE} or {@code meshConfig.PATH=VALUE}; empty when no release
     * up to the given one has a profile of that name.
     */
    public static Optional<List<String>> settingsOfProfile(String name, IstioProfile profile) {
        Release release = released(profile);
        return PRESETS.stream()
                .filter(preset ->
                        preset.kind() == Preset.Kind.PROFILE && preset.first().equals(name))
                .filter(preset -> preset.since().compareTo(release) <= 0)
                .reduce((earlier, later) -> later)
                .map(Preset::settings);
    }

    /** What an installation sets to be compatible with an older release line such as {@code 1.23}. */
    public static List<String> settingsOfCompatibility(String line, IstioProfile profile) {
        Release release = released(profile);
        return PRESETS.stream()
                .filter(preset -> preset.kind() == Preset.Kind.COMPATIBILITY && preset.isFor(line))
                .filter(preset -> preset.since().compareTo(release) <= 0)
                .flatMap(preset -> preset.settings().stream())
                .toList();
    }

    /** The release of a profile; the oldest one for designs that were never released. */
    private static Release released(IstioProfile profile) {
        boolean released = Character.isDigit(profile.release().charAt(0));
        return released ? Release.of(profile.release()) : new Release(NEWEST.firstKey(), 0);
    }

    /**
     * What the releases of a line changed, in the order of the changelog; of what was never released, how it differs from the oldest
     * release.
     *
     * @param line a name from {@link #names()}
     * @throws UnknownReleaseException when it isn't known
     */
    public static List<Change> changesIn(String line) {
        if (line.equals(PerFamilyProfile.NAME)) {
            return PerFamilyProfile.DIFFERENCES;
        }
        if (!names().contains(line)) {
            throw new UnknownReleaseException(line, names());
        }
        return CHANGES.stream()
                .filter(change ->
                        change.since().stream().anyMatch(since -> since.line().equals(line)))
                .toList();
    }

    private static IstioProfile of(int minor, int patch) {
        Release release = new Release(minor, patch);
        Map<Class<? extends Choice>, Choice> choices = new HashMap<>();
        for (Change change : CHANGES) {
            if (change.appliesTo(release)) {
                choices.put(axis(change.choice()), change.choice());
            }
        }
        return new IstioProfile(release.toString(), choices);
    }

    static Class<? extends Choice> axis(Choice choice) {
        return ((Enum<?>) choice).getDeclaringClass().asSubclass(Choice.class);
    }

    /** The profile demo: logs to a collector in a namespace, SkyWalking, and further providers. */
    @SafeVarargs
    private static Preset demo(String since, String collector, List<String>... providers) {
        List<String> settings = new ArrayList<>(List.of(
                "env.PILOT_TRACE_SAMPLING=100",
                "meshConfig.accessLogFile=/dev/stdout",
                "meshConfig.extensionProviders[0].name=otel",
                "meshConfig.extensionProviders[0].envoyOtelAls.service=opentelemetry-collector." + collector
                        + ".svc.cluster.local",
                "meshConfig.extensionProviders[0].envoyOtelAls.port=4317",
                "meshConfig.extensionProviders[1].name=skywalking",
                "meshConfig.extensionProviders[1].skywalking.service=tracing.istio-system.svc.cluster.local",
                "meshConfig.extensionProviders[1].skywalking.port=11800"));
        for (List<String> provider : providers) {
            settings.addAll(provider);
        }
        return Preset.profile("demo", since, settings.toArray(String[]::new));
    }

    private static List<String> tracing(int index, String name, String service) {
        String provider = "meshConfig.extensionProviders[" + index + "].";
        return List.of(
                provider + "name=" + name,
                provider + "opentelemetry.service=" + service + ".svc.cluster.local",
                provider + "opentelemetry.port=4317");
    }
}
