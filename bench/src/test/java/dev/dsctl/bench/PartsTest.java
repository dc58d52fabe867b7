package dev.dsctl.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark still runs, and allocates what it should: unlike time that is the same on every machine. */
class PartsTest {

    private static final int FEW = 250;
    private static final int MANY = 1000;

    /** Of the bytes allocated over the number of services: 1 is linear, 2 quadratic. */
    private static final double MOST_GROWTH = 1.1;

    private static Parts few;
    private static Parts many;

    private interface Part {
        Object of(Parts parts) throws IOException;
    }

    @BeforeAll
    static void prepare() throws IOException {
        assumeThatCode(() -> Input.of(1)).as("python3").doesNotThrowAnyException();
        few = parts(FEW);
        many = parts(MANY);
    }

    private static Parts parts(int services) throws IOException {
        Parts parts = new Parts();
        parts.services = services;
        parts.prepare();
        return parts;
    }

    @Test
    void eachRunsOnce() throws RunnerException {
        assertThat(new Runner(new OptionsBuilder()
                                .forks(0)
                                .mode(Mode.SingleShotTime)
                                .warmupIterations(0)
                                .measurementIterations(1)
                                .param("services", "64")
                                .shouldFailOnError(true)
                                .verbosity(VerboseMode.SILENT)
                                .build())
                        .run())
                .hasSize(7);
    }

    /** The bytes are what was measured and a quarter more; a change that needs that much should know it. */
    static Stream<Arguments> parts() {
        return Stream.of(
                arguments("yamlToNodes", (Part) Parts::yamlToNodes, 15_000),
                arguments("nodesToMesh", (Part) Parts::nodesToMesh, 30_000),
                arguments("meshToMessages", (Part) Parts::meshToMessages, 35_000),
                arguments("messagesToJson", (Part) Parts::messagesToJson, 13_500),
                arguments("diffOfEqual", (Part) Parts::diffOfEqual, 4_200),
                arguments("diffWithFiles", (Part) Parts::diffWithFiles, 123_000),
                arguments("diffOfDifferent", (Part) Parts::diffOfDifferent, 71_000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void allocationGrowsWithTheServicesAndNoFaster(String name, Part part, long mostPerService) throws IOException {
        allocated(part, few);
        long ofFew = allocated(part, few);
        long ofMany = allocated(part, many);

        double growth = Math.log((double) ofMany / ofFew) / Math.log((double) MANY / FEW);
        assertThat(growth).as("exponent of growth").isLessThan(MOST_GROWTH);
        assertThat(ofMany / MANY).as("bytes per service").isLessThan(mostPerService);
    }

    private static long allocated(Part part, Parts parts) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        part.of(parts);
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
