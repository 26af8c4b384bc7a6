package dev.vigie.formats.events.evtx;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
 * One pass over the chunks of a file by several threads. The calling thread hands out batches of chunks, never more
 * than the plan allows ahead of the results it has taken, and takes the results.
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
    private volatile boolean stopped;

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
                stopped = true;
                inFlight.forEach(task -> task.cancel(false));
            }
        }
    }

    private void run(ExecutorService workers, ChunkResults<? super T> results) throws IOException {
        long chunks = file.chunkCount();
        long next = 0;
        int batch = plan.chunksInBatch();
        while ((next < chunks || !inFlight.isEmpty()) && !results.isFull()) {
            if (next < chunks && (inFlight.size() + 1) * batch <= plan.chunksInFlight()) {
                submit(workers, next, Math.min(chunks, next + batch));
                next += batch;
            } else {
                give(take(), results);
            }
        }
    }

    private void submit(ExecutorService workers, long from, long to) {
        Task task = new Task(from, to);
        inFlight.add(task);
        workers.execute(task);
    }

    private void give(Batch<T> batch, ChunkResults<? super T> results) throws IOException {
        for (T result : batch.results) {
            if (results.isFull()) {
                return;
            }
            results.result(result);
        }
        if (batch.failure != null) {
            throw failure(batch.failure);
        }
    }

    /** What came of a batch: results, up to the chunk with which the work failed. */
    private record Batch<T>(List<T> results, @Nullable Throwable failure) {
    }

    private Batch<T> decode(long from, long to) {
        ChunkReader idle = idleReaders.poll();
        ChunkReader reader = idle == null ? file.newReader() : idle;
        List<T> results = new ArrayList<>((int) (to - from));
        try {
            for (long at = from; at < to && !stopped; at++) {
                results.add(work.apply(new EvtxChunk(file, reader, order.chunk(at))));
            }
        } catch (IOException | RuntimeException | Error failure) {
            return new Batch<>(results, failure);
        }
        idleReaders.add(reader);
        return new Batch<>(results, null);
    }

    private Batch<T> take() throws IOException {
        try {
            Task task = plan.inOrder() ? inFlight.element() : ready.take();
            Batch<T> batch = task.get();
            inFlight.remove(task);
            return batch;
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

    /** The decoding of some chunks that follow each other in the order of the run. */
    private final class Task extends FutureTask<Batch<T>> {
        Task(long from, long to) {
            super(() -> decode(from, to));
        }

        @Override
        protected void done() {
            if (!plan.inOrder()) {
                ready.add(this);
            }
        }
    }
}
