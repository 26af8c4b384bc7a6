package dev.vigie.formats.events.evtx;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the chunks of a file by several threads. The calling thread hands out chunks, never more than the plan
 * allows ahead of the results it has taken, and takes the results.
 */
final class ParallelRun<T> {
    private final EvtxFile file;
    private final EvtxChunkWork<T> work;
    private final ParallelPlan plan;
    private final ChunkOrder order;
    private final Queue<ChunkReader> idleReaders = new ConcurrentLinkedQueue<>();
    /** The tasks that are done, when results are taken as they are ready. */
    private final BlockingQueue<Task> ready = new LinkedBlockingQueue<>();
    /** The tasks whose results were not taken, in the order of the file. */
    private final Queue<Task> inFlight = new ArrayDeque<>();

    ParallelRun(EvtxFile file, EvtxChunkWork<T> work, ParallelPlan plan, ChunkOrder order) {
        this.file = file;
        this.work = work;
        this.plan = plan;
        this.order = order;
    }

    void run(ChunkResults<? super T> results) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(plan.threads(),
                Thread.ofPlatform().daemon().name("evtx-", 0).factory())) {
            try {
                run(workers, results);
            } finally {
                // Not by interrupting, which would close the file: a chunk that is being decoded is soon done.
                inFlight.forEach(task -> task.cancel(false));
            }
        }
    }

    private void run(ExecutorService workers, ChunkResults<? super T> results) throws IOException {
        long chunks = file.chunkCount();
        long next = 0;
        while ((next < chunks || !inFlight.isEmpty()) && !results.isFull()) {
            if (next < chunks && inFlight.size() < plan.chunksInFlight()) {
                submit(workers, order.chunk(next++));
            } else {
                results.result(take());
            }
        }
    }

    private void submit(ExecutorService workers, long number) {
        Task task = new Task(number);
        inFlight.add(task);
        workers.execute(task);
    }

    private T decode(long number) throws IOException {
        ChunkReader idle = idleReaders.poll();
        ChunkReader reader = idle == null ? file.newReader() : idle;
        T result = work.apply(new EvtxChunk(file, reader, number));
        idleReaders.add(reader);
        return result;
    }

    private T take() throws IOException {
        try {
            Task task = plan.inOrder() ? inFlight.element() : ready.take();
            T result = task.get();
            inFlight.remove(task);
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while reading " + file.name());
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** The exception of a worker, as its own type. */
    private static IOException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case IOException failure -> failure;
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    /** The decoding of one chunk. */
    private final class Task extends FutureTask<T> {
        Task(long number) {
            super(() -> decode(number));
        }

        @Override
        protected void done() {
            if (!plan.inOrder()) {
                ready.add(this);
            }
        }
    }
}
