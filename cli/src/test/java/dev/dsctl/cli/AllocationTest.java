package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * What a rendering costs, in bytes allocated from YAML to JSON: unlike time that is the same on every machine. It grows with
 * the number of services and not faster.
 */
class AllocationTest {

    private static final int FEW = 250;
    private static final int MANY = 1000;

    /** Measured: 98,500; a change that needs much more should know it. */
    private static final long MOST_PER_SERVICE = 125_000;

    private static final String SERVICE = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: app-%1$d, namespace: shop}
            spec:
              clusterIP: 10.96.%2$d.%3$d
              clusterIPs: [10.96.%2$d.%3$d, 'fd00:10:96::%2$d:%3$d']
              ipFamilies: [IPv4, IPv6]
              ipFamilyPolicy: RequireDualStack
              selector: {app: app-%1$d}
              ports:
              - {name: http-web, port: 80, targetPort: 8080}
              - {name: tcp-data, port: 9000, targetPort: 9000}
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: app-%1$d, namespace: shop, labels: {kubernetes.io/service-name: app-%1$d}}
            addressType: IPv4
            endpoints:
            - addresses: [10.244.%2$d.%3$d]
              conditions: {ready: true}
            ports:
            - {name: http-web, port: 8080}
            - {name: tcp-data, port: 9000}
            """;

    private static final String CLIENT = """
            apiVersion: v1
            kind: Pod
            metadata: {name: client, namespace: shop}
            spec: {containers: [{name: istio-proxy, image: proxyv2}]}
            status: {podIP: 10.243.0.1, podIPs: [{ip: 10.243.0.1}, {ip: 'fd00:10:243::1'}]}
            """;

    @Test
    void allocationGrowsWithTheServicesAndNoFaster() {
        byte[] few = mesh(FEW);
        byte[] many = mesh(MANY);
        allocated(few);
        long perServiceOfMore = (allocated(many) - allocated(few)) / (MANY - FEW);
        long perServiceOfFew = allocated(few) / FEW;

        assertThat(perServiceOfMore).isLessThan(MOST_PER_SERVICE).isLessThan(perServiceOfFew * 5 / 4);
    }

    private static byte[] mesh(int services) {
        StringBuilder text = new StringBuilder(CLIENT);
        for (int i = 0; i < services; i++) {
            text.append(SERVICE.formatted(i, i / 250, i % 250 + 1));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long allocated(byte[] mesh) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        int code = Main.run(
                new String[] {"render", "-f", "-", "--pilot-env", "ISTIO_DUAL_STACK=true"},
                new ByteArrayInputStream(mesh),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream());
        assertThat(code).isZero();
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
