package dev.dsctl.render.route;

import io.envoyproxy.envoy.type.v3.FractionalPercent;
import io.envoyproxy.envoy.type.v3.FractionalPercent.DenominatorType;

/** Shares of requests. */
final class Percents {

    private Percents() {}

    /** A percentage with up to four decimals; more are cut off. */
    static FractionalPercent of(double percent) {
        return FractionalPercent.newBuilder()
                .setNumerator((int) (long) (percent * 10_000))
                .setDenominator(DenominatorType.MILLION)
                .build();
    }

    /** A whole percentage. */
    static FractionalPercent of(int percent) {
        return FractionalPercent.newBuilder()
                .setNumerator(percent)
                .setDenominator(DenominatorType.HUNDRED)
                .build();
    }
}
