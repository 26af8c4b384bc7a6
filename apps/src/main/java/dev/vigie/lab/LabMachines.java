package dev.vigie.lab;

/** The machines that come with Vigie. */
public final class LabMachines {
    private LabMachines() {
    }

    /** A machine by the name of its file, such as {@code demo}. */
    public static LabMachine builtIn(String name) {
        String file = "machines/" + name + ".yaml";
        return LabMachine.of(LabNode.parse(file, Layouts.resource(file)));
    }
}
