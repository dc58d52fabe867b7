package dev.dsctl.cli.input;

import dev.dsctl.cli.UsageException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of all proxies. Which part a proxy is in depends on its name alone, so that proxies that come and go
 * move no others.
 *
 * @param index which part, from 0
 * @param parts how many there are
 */
public record Shard(int index, int parts) {

    /** All proxies. */
    public static final Shard WHOLE = new Shard(0, 1);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /**
     * Reads {@code I/N}.
     *
     * @throws UsageException when that isn't part I of N, I from 0
     */
    public static Shard of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (shard.index < shard.parts) {
                return shard;
            }
        }
        throw new UsageException("--shard wants I/N, part I of N with I from 0 to N-1, not '" + text + "'");
    }

    /** Whether a proxy, {@code pod.namespace}, is in this part. */
    public boolean holds(String proxy) {
        return Math.floorMod(proxy.hashCode(), parts) == index;
    }
}
