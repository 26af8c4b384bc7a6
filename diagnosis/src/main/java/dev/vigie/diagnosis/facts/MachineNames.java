package dev.vigie.diagnosis.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Decides which computer names are one machine. */
final class MachineNames {
    private final Map<String, String> parents = new TreeMap<>();

    /** The names of all logs of these sources. */
    static MachineNames of(Collection<SourceScan> scans) {
        MachineNames names = new MachineNames();
        scans.forEach(
                scan -> scan.logs().forEach(log -> names.parents.putIfAbsent(key(log.computer), key(log.computer))));
        names.joinShortNames();
        scans.forEach(scan -> names.joinRenamed(scan.logs()));
        return names;
    }

    /** What stands for the machine of a computer name. */
    String machine(String computer) {
        String name = key(computer);
        String parent = parents.getOrDefault(name, name);
        while (!parent.equals(name)) {
            // The way is halved as it is walked: a machine can have been renamed thousands of times.
            String above = parents.getOrDefault(parent, parent);
            parents.put(name, above);
            name = above;
            parent = parents.getOrDefault(name, name);
        }
        return name;
    }

    private static String key(String computer) {
        return computer.toLowerCase(Locale.ROOT);
    }

    private void join(String one, String other) {
        parents.put(machine(one), machine(other));
    }

    /** {@code PC7} is {@code pc7.corp.example} when no other full name begins with it. */
    private void joinShortNames() {
        Map<String, List<String>> full = new HashMap<>();
        for (String name : parents.keySet()) {
            int dot = name.indexOf('.');
            if (dot > 0) {
                full.computeIfAbsent(name.substring(0, dot), _ -> new ArrayList<>()).add(name);
            }
        }
        full.forEach((first, names) -> {
            if (parents.containsKey(first) && names.size() == 1) {
                join(first, names.getFirst());
            }
        });
    }

    /** A machine that was renamed goes on numbering the records of the same log file under its new name. */
    private void joinRenamed(Collection<LogScan> logs) {
        // A source of forwarded events can hold logs of thousands of computers: not every pair is compared.
        Map<Long, List<LogScan>> byFirstId = new HashMap<>();
        logs.forEach(log -> byFirstId.computeIfAbsent(log.runs.firstId(), _ -> new ArrayList<>()).add(log));
        for (LogScan before : logs) {
            for (LogScan after : byFirstId.getOrDefault(before.runs.lastId() + 1, List.of())) {
                if (before != after && before.channel.equalsIgnoreCase(after.channel)
                        && !before.runs.last().isAfter(after.runs.first())) {
                    join(key(before.computer), key(after.computer));
                }
            }
        }
    }
}
