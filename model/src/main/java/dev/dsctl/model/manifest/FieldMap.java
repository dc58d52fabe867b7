package dev.dsctl.model.manifest;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The fields of a mapping in the order written. Two arrays and, for more than a few fields, a hash index: a tenth of the objects that a
 * {@code LinkedHashMap} needs, which is what decides the memory of a large mesh.
 */
final class FieldMap extends AbstractMap<String, Node> {

    static final FieldMap EMPTY = new FieldMap(new String[0], new Node[0], 0);

    private static final int LINEAR = 8;

    private final String[] keys;
    private final Node[] values;
    private final int[] index;

    private FieldMap(String[] keys, Node[] values, int size) {
        this.keys = keys.length == size ? keys : Arrays.copyOf(keys, size);
        this.values = values.length == size ? values : Arrays.copyOf(values, size);
        this.index = size > LINEAR ? indexOfAll(this.keys) : null;
    }

    /** The same fields, as they are when they are in this form already. */
    static FieldMap of(Map<String, Node> entries) {
        if (entries instanceof FieldMap fields) {
            return fields;
        }
        Builder builder = new Builder();
        entries.forEach(builder::put);
        return builder.build();
    }

    private static int[] indexOfAll(String[] keys) {
        int[] table = new int[Integer.highestOneBit(keys.length) * 4];
        for (int i = 0; i < keys.length; i++) {
            table[slot(table, keys, keys[i])] = i + 1;
        }
        return table;
    }

    /** The slot that holds the key's position plus one, or the empty slot where it would go. */
    private static int slot(int[] table, String[] keys, String key) {
        int mask = table.length - 1;
        int hash = key.hashCode();
        int at = (hash ^ (hash >>> 16)) & mask;
        while (table[at] != 0 && !keys[table[at] - 1].equals(key)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** The position of a field, or -1. */
    int indexOf(String key) {
        if (index != null) {
            return index[slot(index, keys, key)] - 1;
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    String keyAt(int position) {
        return keys[position];
    }

    Node valueAt(int position) {
        return values[position];
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public Node get(Object key) {
        int at = key instanceof String name ? indexOf(name) : -1;
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && indexOf(name) >= 0;
    }

    @Override
    public Set<Entry<String, Node>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return keys.length;
            }

            @Override
            public Iterator<Entry<String, Node>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Node>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        public Entry<String, Node> next() {
            if (next == keys.length) {
                throw new NoSuchElementException();
            }
            Entry<String, Node> entry = new SimpleImmutableEntry<>(keys[next], values[next]);
            next++;
            return entry;
        }
    }

    /** Collects fields; a key that comes again takes the place of the earlier one. */
    static final class Builder {
        private String[] keys = new String[4];
        private Node[] values = new Node[4];
        private int[] index;
        private int size;

        /** Adds a field and returns what stood there before, or null. */
        Node put(String key, Node value) {
            int at = find(key);
            if (at >= 0) {
                Node before = values[at];
                values[at] = value;
                return before;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            keys[size] = key;
            values[size] = value;
            size++;
            enter(key);
            return null;
        }

        Node get(String key) {
            int at = find(key);
            return at < 0 ? null : values[at];
        }

        private int find(String key) {
            if (index != null) {
                return index[slot(index, keys, key)] - 1;
            }
            for (int i = 0; i < size; i++) {
                if (keys[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }

        private void enter(String key) {
            if (index != null && size * 2 <= index.length) {
                index[slot(index, keys, key)] = size;
            } else if (size > LINEAR) {
                index = new int[Integer.highestOneBit(size) * 4];
                for (int i = 0; i < size; i++) {
                    index[slot(index, keys, keys[i])] = i + 1;
                }
            }
        }

        FieldMap build() {
            return size == 0 ? EMPTY : new FieldMap(keys, values, size);
        }
    }
}
