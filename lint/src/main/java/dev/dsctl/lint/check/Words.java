package dev.dsctl.lint.check;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.mesh.IpFamily;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What messages are made of. */
final class Words {

    private static final int MOST = 4;

    private Words() {}

    /** {@code port 80}, {@code ports 80 and 81}. */
    static String ports(Collection<Integer> numbers) {
        return (numbers.size() == 1 ? "port " : "ports ")
                + list(numbers.stream().map(String::valueOf).toList());
    }

    /** {@code a}, {@code a and b}, {@code a, b, c and 4 more}. */
    static String list(List<String> all) {
        if (all.size() > MOST) {
            return String.join(", ", all.subList(0, MOST - 1)) + " and " + (all.size() - MOST + 1) + " more";
        }
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    /** {@code pod web-1}, {@code pods web-1 and web-2}. */
    static String pods(List<KubePod> pods) {
        return (pods.size() == 1 ? "pod " : "pods ")
                + list(pods.stream().map(pod -> pod.meta().name()).toList());
    }

    /** {@code IPv4}, {@code IPv4 and IPv6}. */
    static String families(Collection<IpFamily> families) {
        return families.stream().map(IpFamily::toString).collect(Collectors.joining(" and "));
    }

    /** The other family. */
    static IpFamily other(IpFamily family) {
        return family == IpFamily.IPV4 ? IpFamily.IPV6 : IpFamily.IPV4;
    }

    /** The verb for one or for several: {@code verb(1, "listen")} is {@code listens}. */
    static String verb(int count, String plural) {
        return count == 1 ? plural + "s" : plural;
    }
}
