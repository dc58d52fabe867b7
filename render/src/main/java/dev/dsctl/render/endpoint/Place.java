package dev.dsctl.render.endpoint;

import io.envoyproxy.envoy.config.core.v3.Locality;

/**
 * Where something runs. Source: {@code SplitLocalityLabel}, pilot/pkg/serviceregistry/util/label/label.go, and {@code LocalityMatch} and
 * {@code LbPriority}, pilot/pkg/networking/util/util.go.
 *
 * @param region may be empty, as all parts
 */
record Place(String region, String zone, String subzone) {

    /** From {@code region/zone/subzone}, where parts may be missing at the end. */
    static Place of(String text) {
        String[] parts = text.split("/", -1);
        return new Place(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    static Place of(Locality locality) {
        return new Place(locality.getRegion(), locality.getZone(), locality.getSubZone());
    }

    Locality message() {
        return Locality.newBuilder()
                .setRegion(region)
                .setZone(zone)
                .setSubZone(subzone)
                .build();
    }

    /** Whether a rule like {@code region/*} means this place. */
    boolean matches(String rule) {
        Place wanted = of(rule);
        return (wanted.region.equals("*") || wanted.region.equals(region))
                && isAnyOr(wanted.zone, zone)
                && isAnyOr(wanted.subzone, subzone);
    }

    /** How far another place is: 0 the same, 1 the same zone, 2 the same region, 3 elsewhere. */
    int distance(Place other) {
        if (!region.equals(other.region)) {
            return 3;
        }
        if (!zone.equals(other.zone)) {
            return 2;
        }
        return subzone.equals(other.subzone) ? 0 : 1;
    }

    private static boolean isAnyOr(String wanted, String part) {
        return wanted.isEmpty() || wanted.equals("*") || wanted.equals(part);
    }
}
