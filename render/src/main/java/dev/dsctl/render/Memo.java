package dev.dsctl.render;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Remembers what was computed from what. Threads that want the same wait for the one that computes it. What wasn't wanted for longest is forgotten
 * when more is remembered than fits.
 */
final class Memo<K, V> {

    private static final float LOAD = 0.75f;

    private final int room;
    private final ToIntFunction<V> size;
    private final Map<K, Entry> entries = new LinkedHashMap<>(16, LOAD, true);
    private int taken;

    /**
     * An empty one.
     *
     * @param room how much all values together may take; the last one is remembered even if it takes more
     * @param size what a value takes
     */
    Memo(int room, ToIntFunction<V> size) {
        this.room = room;
        this.size = size;
    }

    /**
     * What is computed from a key.
     *
     * @param compute depends on nothing but the key
     */
    V of(K key, Function<K, V> compute) {
        Entry entry = entry(key);
        synchronized (entry) {
            if (entry.value == null) {
                entry.value = compute.apply(key);
                keep(key, entry);
            }
            return entry.value;
        }
    }

    private synchronized Entry entry(K key) {
        Entry known = entries.get(key);
        if (known == null) {
            known = new Entry();
            entries.put(key, known);
        }
        return known;
    }

    private synchronized void keep(K key, Entry computed) {
        // It may have been forgotten while it was computed.
        Entry known = entries.get(key);
        if (known != computed) {
            return;
        }
        computed.size = size.applyAsInt(computed.value);
        taken += computed.size;
        Iterator<Entry> oldest = entries.values().iterator();
        while (taken > room && entries.size() > 1) {
            Entry forgotten = oldest.next();
            if (forgotten == computed) {
                return;
            }
            taken -= forgotten.size;
            oldest.remove();
        }
    }

    private final class Entry {
        private V value;
        private int size;
    }
}
