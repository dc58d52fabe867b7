package dev.dsctl.cli.design;

import java.util.Map;

/**
 * What each design takes for the same.
 *
 * @param subject what it is: a proxy's {@code pod.namespace}, or a number of services
 * @param footprints by design
 */
record Row(String subject, Map<Design, Footprint> footprints) {}
