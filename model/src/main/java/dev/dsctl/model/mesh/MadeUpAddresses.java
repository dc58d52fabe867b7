package dev.dsctl.model.mesh;

import dev.dsctl.model.profile.EntryChoices;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Addresses for services of ServiceEntries that have none, so that listeners can tell their connections apart where the proxy answers
 * DNS queries: 240.240.x.y and 2001:2::f0f0:xy, by double hashing. Source: {@code autoAllocateIPs},
 * pilot/pkg/serviceregistry/serviceentry.
 */
final class MadeUpAddresses {

    private static final int PRIME = 65011;
    private static final int LAST_BLOCK = 255;

    private final EntryChoices.MadeUpAddresses walk;
    private final Service[] slots;

    private MadeUpAddresses(EntryChoices.MadeUpAddresses walk) {
        this.walk = walk;
        this.slots = new Service[slots(walk)];
    }

    private static int slots(EntryChoices.MadeUpAddresses walk) {
        return switch (walk) {
            case SHARED_BY_HOST, SKIPPING_ALL -> 255 * 255;
            case SKIPPING_USED_TO_LAST_BLOCK, SKIPPING_USED, BY_SLOT -> 256 * 254;
        };
    }

    /** The services in the same order, with addresses for those that need some. */
    static List<Service> given(List<Service> services, EntryChoices.MadeUpAddresses walk) {
        Set<Integer> needy = new HashSet<>();
        for (int i = 0; i < services.size(); i++) {
            if (needsAddress(services.get(i)) && needy.size() < slots(walk)) {
                needy.add(i);
            }
        }
        if (needy.isEmpty()) {
            return services;
        }
        MadeUpAddresses table = new MadeUpAddresses(walk);
        for (int i = 0; i < services.size(); i++) {
            if (needy.contains(i)) {
                table.place(services.get(i));
            }
        }
        Map<String, Addresses> byName = table.addresses();
        List<Service> result = new ArrayList<>(services.size());
        for (int i = 0; i < services.size(); i++) {
            Service service = services.get(i);
            result.add(needy.contains(i) ? service.withAssigned(byName.get(table.name(service))) : service);
        }
        return result;
    }

    private static boolean needsAddress(Service service) {
        return service.registry() == Service.Registry.SERVICE_ENTRY
                && service.addresses().isEmpty()
                && !Hostnames.isWildcard(service.hostname())
                && service.resolution() != Resolution.PASSTHROUGH;
    }

    private void place(Service service) {
        long hash = hash(Mesh.key(service));
        int slot = (int) (hash % slots.length);
        long step = PRIME - hash % PRIME;
        int modulus = probesAllSlots() ? slots.length : slots.length - 1;
        for (long i = 1; slots[slot] != null; i++) {
            // Counted in 32 bits, as the source does.
            slot = (int) (((hash + i * step) & 0xffffffffL) % modulus);
        }
        slots[slot] = service;
    }

    private boolean probesAllSlots() {
        return switch (walk) {
            case SHARED_BY_HOST, SKIPPING_ALL -> true;
            case SKIPPING_USED_TO_LAST_BLOCK, SKIPPING_USED, BY_SLOT -> false;
        };
    }

    private String name(Service service) {
        return walk == EntryChoices.MadeUpAddresses.SHARED_BY_HOST ? service.hostname() : Mesh.key(service);
    }

    private Map<String, Addresses> addresses() {
        Map<String, Addresses> byName = new LinkedHashMap<>();
        Counter counter = new Counter();
        for (Service service : slots) {
            boolean fresh = service != null && !byName.containsKey(name(service));
            counter.pass(walk, service != null, fresh);
            if (fresh) {
                byName.put(name(service), counter.addresses());
            }
        }
        return new HashMap<>(byName);
    }

    /** 32-bit FNV-1a. */
    private static long hash(String key) {
        int hash = 0x811c9dc5;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return hash & 0xffffffffL;
    }

    /** Counts slots and skips what would end in zero. */
    private static final class Counter {

        private int count;
        private int inLastBlock;

        /** Passes a slot: an empty one, one whose name has an address already, or a fresh one. */
        void pass(EntryChoices.MadeUpAddresses walk, boolean used, boolean fresh) {
            switch (walk) {
                case SHARED_BY_HOST, SKIPPING_ALL -> {
                    if (!used || fresh) {
                        next();
                    }
                }
                case SKIPPING_USED_TO_LAST_BLOCK -> {
                    if (fresh && count / LAST_BLOCK < LAST_BLOCK) {
                        next();
                    } else if (!used) {
                        count++;
                    }
                    if (fresh && count / LAST_BLOCK >= LAST_BLOCK) {
                        inLastBlock++;
                    }
                }
                case SKIPPING_USED -> {
                    if (fresh) {
                        next();
                    } else if (!used) {
                        count++;
                    }
                }
                case BY_SLOT -> {
                    count++;
                    if (used && count % LAST_BLOCK == 0) {
                        count++;
                    }
                }
            }
        }

        private void next() {
            count++;
            if (count % LAST_BLOCK == 0) {
                count++;
            }
        }

        Addresses addresses() {
            int third = inLastBlock > 0 ? LAST_BLOCK : count / LAST_BLOCK;
            int fourth = inLastBlock > 0 ? inLastBlock : count % LAST_BLOCK;
            String tail = (third == 0 ? "" : Integer.toHexString(third)) + Integer.toHexString(fourth);
            return Addresses.of("240.240." + third + "." + fourth, "2001:2::f0f0:" + tail);
        }
    }
}
