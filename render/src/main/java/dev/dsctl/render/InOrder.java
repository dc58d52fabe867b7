package dev.dsctl.render;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Works on many items, such as proxies to render, on several threads and hands the results on in the items' order. No more
 * results are held than keep the threads busy, so that memory doesn't grow with the number of items.
 */
public final class InOrder {

    private static final int AHEAD_PER_THREAD = 2;

    private InOrder() {}

    /** What is made of an item, on any thread. */
    public interface Work<T, R> {
        R of(T item) throws IOException;
    }

    /** Takes what was made, on the caller's thread. */
    public interface Sink<R> {
        void take(R result) throws IOException;
    }

    /**
     * Works on all items. The first failure, in the items' order, ends it.
     *
     * @param threads how many to use, at least 1; with 1 everything happens on the caller's
     */
    public static <T, R> void each(Collection<T> items, int threads, Work<T, R> work, Sink<R> sink) throws IOException {
        Iterator<T> rest = items.iterator();
        // The first one alone, for it loads what all of them need; threads that race for that only do it twice.
        if (rest.hasNext()) {
            sink.take(work.of(rest.next()));
        }
        if (threads > 1 && rest.hasNext()) {
            parallel(rest, threads, work, sink);
        } else {
            while (rest.hasNext()) {
                sink.take(work.of(rest.next()));
            }
        }
    }

    private static <T, R> void parallel(Iterator<T> items, int threads, Work<T, R> work, Sink<R> sink)
            throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Queue<Future<R>> ahead = new ArrayDeque<>();
            while (items.hasNext()) {
                T item = items.next();
                ahead.add(pool.submit(() -> work.of(item)));
                if (ahead.size() > threads * AHEAD_PER_THREAD) {
                    sink.take(result(ahead.remove()));
                }
            }
            while (!ahead.isEmpty()) {
                sink.take(result(ahead.remove()));
            }
        } finally {
            stop(pool);
        }
    }

    /** Nothing is at work any more when this returns: the caller may clear away what workers were writing. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
