package dev.dsctl.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private static final List<Integer> ITEMS = IntStream.range(0, 200).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheItemsWhateverTheirTime() throws IOException {
        List<Integer> taken = new ArrayList<>();
        ConcurrentSkipListSet<String> threads = new ConcurrentSkipListSet<>();
        InOrder.each(
                ITEMS,
                4,
                item -> {
                    threads.add(Thread.currentThread().getName());
                    spin(item % 7 * 1000);
                    return item;
                },
                taken::add);
        assertThat(taken).isEqualTo(ITEMS);
        assertThat(threads).hasSizeGreaterThan(2);
    }

    @Test
    void noMoreIsBegunThanKeepsTheThreadsBusy() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        InOrder.each(
                ITEMS,
                2,
                item -> begun.incrementAndGet(),
                result -> assertThat(begun.get() - taken.getAndIncrement()).isLessThanOrEqualTo(6));
    }

    @Test
    void theFirstFailureEndsIt() {
        List<Integer> taken = new ArrayList<>();
        assertThatThrownBy(() -> InOrder.each(ITEMS, 3, InOrderTest::failFrom5, taken::add))
                .isInstanceOf(IOException.class)
                .hasMessage("item 5");
        assertThat(taken).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void oneThreadIsTheCallersOwn() throws IOException {
        List<Thread> threads = new ArrayList<>();
        InOrder.each(ITEMS, 1, item -> Thread.currentThread(), threads::add);
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    private static int failFrom5(int item) throws IOException {
        if (item >= 5) {
            throw new IOException("item " + item);
        }
        return item;
    }

    private static void spin(int rounds) {
        for (int i = 0; i < rounds; i++) {
            Thread.onSpinWait();
        }
    }
}
