package dev.vigie.formats.registry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a key and all below it. Every cell of a key is given once; when lists share so many keys that no hive of
 * this size could be whole, the rest is left.
 */
final class HiveTree implements Iterator<RegistryKey> {
    private final Deque<RegistryKey> open = new ArrayDeque<>();
    private final Set<RegistryKey> met = new HashSet<>();
    private final HiveCells cells;
    private @Nullable RegistryKey next;
    private long listed;

    HiveTree(HiveKey top, HiveCells cells) {
        this.cells = cells;
        met.add(top);
        next = top;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public RegistryKey next() {
        RegistryKey key = next;
        if (key == null) {
            throw new NoSuchElementException();
        }
        open(key);
        next = firstNew();
        return key;
    }

    /** Every key is in one list: twice as many places as there can be keys are far too many. */
    private void open(RegistryKey key) {
        if (listed <= 2L * cells.mostKeys()) {
            for (RegistryKey below : key.subkeys().reversed()) {
                open.push(below);
                listed++;
            }
        }
    }

    private @Nullable RegistryKey firstNew() {
        while (!open.isEmpty()) {
            RegistryKey key = open.pop();
            if (met.add(key)) {
                return key;
            }
            if (key instanceof HiveKey shared) {
                shared.reportShared();
            }
        }
        return null;
    }
}
