/** Windows data formats: base types, status codes, event logs. No run-time dependency but Woodstox. */
module dev.vigie.formats {
    requires static transitive org.jspecify;
    requires com.ctc.wstx;
    requires org.codehaus.stax2;

    exports dev.vigie.formats;
    exports dev.vigie.formats.archives;
    exports dev.vigie.formats.windows;
    exports dev.vigie.formats.events;
    exports dev.vigie.formats.events.evtx;
    exports dev.vigie.formats.events.merge;
    exports dev.vigie.formats.events.messages;
    exports dev.vigie.formats.events.query;
    exports dev.vigie.formats.events.text;
    exports dev.vigie.formats.registry;
}
