package dev.dsctl.model.traffic;

import java.time.Duration;
import java.util.Optional;

/**
 * When hosts are taken out of the pool. Source: istio/api networking/v1alpha3/destination_rule.proto ({@code OutlierDetection}).
 *
 * @param splitExternalLocalOriginErrors whether failures to connect count apart from failing answers
 * @param consecutiveLocalOriginFailures failures to connect in a row
 * @param consecutiveGatewayErrors answers 502, 503, 504 in a row
 * @param consecutive5xxErrors answers 5xx in a row
 * @param interval time between two looks
 * @param baseEjectionTime how long a host is out the first time
 * @param maxEjectionPercent how many hosts may be out, 0 when not set
 * @param minHealthPercent healthy hosts below which all hosts are used
 */
public record OutlierDetection(
        boolean splitExternalLocalOriginErrors,
        Optional<Long> consecutiveLocalOriginFailures,
        Optional<Long> consecutiveGatewayErrors,
        Optional<Long> consecutive5xxErrors,
        Optional<Duration> interval,
        Optional<Duration> baseEjectionTime,
        int maxEjectionPercent,
        int minHealthPercent) {}
