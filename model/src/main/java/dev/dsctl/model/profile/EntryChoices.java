package dev.dsctl.model.profile;

/** How releases differ in what they make of ServiceEntries and WorkloadEntries. */
public final class EntryChoices {

    private EntryChoices() {}

    /** What several addresses of a ServiceEntry make. */
    public enum EntryAddresses implements Choice {
        /** A service for each of them. */
        SERVICE_PER_ADDRESS,
        /** One service with several addresses. */
        SERVICE_PER_HOST
    }

    /** How istiod makes up addresses for hosts without any. */
    public enum MadeUpAddresses implements Choice {
        /** By position in a hash table; entries of the same host share one. */
        SHARED_BY_HOST,
        /** By position in a hash table, skipping what would end in zero. */
        SKIPPING_ALL,
        /** By position in a hash table, skipping what would end in zero where a host stands; the last block is filled from its start. */
        SKIPPING_USED_TO_LAST_BLOCK,
        /** By position in a hash table, skipping what would end in zero where a host stands. */
        SKIPPING_USED,
        /** By position in a hash table, counting every slot once. */
        BY_SLOT
    }

    /** Whether addresses that istiod's controller wrote into a ServiceEntry's status count. */
    public enum AssignedAddresses implements Choice {
        /** They don't. */
        IGNORED,
        /** As the entry's own addresses, when {@code PILOT_ENABLE_IP_AUTOALLOCATE} is true. */
        AS_OWN_IF_ENABLED,
        /** Instead of made-up ones, when {@code PILOT_ENABLE_IP_AUTOALLOCATE} is true. */
        IF_ENABLED,
        /** Instead of made-up ones, unless {@code PILOT_ENABLE_IP_AUTOALLOCATE} is false. */
        UNLESS_DISABLED
    }

    /** Where the locality of a workload outside Kubernetes stands. */
    public enum EntryLocality implements Choice {
        /** In its field. */
        FIELD,
        /** In its field, else in its labels. */
        FIELD_OR_LABEL
    }

    /** What names a WorkloadEntry's workload. */
    public enum EntryNames implements Choice {
        /** The object. */
        OBJECT,
        /** The group that registered it, its label, else the object. */
        GROUP_OR_LABEL
    }

    /** What names the workload of an endpoint written into a ServiceEntry. */
    public enum WrittenEndpoints implements Choice {
        /** Nothing. */
        ANONYMOUS,
        /** The entry's name and the endpoint's position. */
        NUMBERED
    }

    /** What is known of a host that is its own endpoint. */
    public enum HostEndpoints implements Choice {
        /** Nothing. */
        ANONYMOUS,
        /** The cluster. */
        IN_CLUSTER,
        /** The cluster, and the entry as its workload. */
        NAMED
    }

    /** Whether workloads outside Kubernetes count as healthy. */
    public enum EntryHealth implements Choice {
        /** They do. */
        HEALTHY,
        /** Their health is unknown. */
        UNKNOWN
    }

    /** Which addresses of a pod count that a ServiceEntry selects. */
    public enum SelectedPods implements Choice {
        /** The first. */
        PRIMARY_ADDRESS,
        /** All with dual stack on, else the first. */
        ALL_ADDRESSES
    }

    /** How endpoints that a cluster lists itself are assigned to ports of a ServiceEntry. */
    public enum ListedEndpoints implements Choice {
        /** By the port's number. */
        BY_NUMBER,
        /** By the port's name. */
        BY_NAME
    }

    /** Whether resolution DYNAMIC_DNS is known. */
    public enum DynamicDns implements Choice {
        /** ServiceEntries with it can't be read. */
        UNKNOWN,
        /** It is. */
        KNOWN
    }
}
