"""Message tables and compiled manifests as Vigie reads them, against libyal's readers and pefile.

The files: one that Debian's windmc, windres and gcc build from a .mc file; one that our tests write, since nobody but
Microsoft compiles manifests; those of Debian's libwine, where they are installed; and the few of Windows itself that
come with the source of the Rust crate evtx, where cargo keeps it.
"""
import argparse
import glob
import os
import re
import subprocess
import sys
import tempfile

import pefile
import pyfwevt
import pywrc

MC = """MessageIdTypedef=DWORD
SeverityNames=(Success=0x0 Informational=0x1 Warning=0x2 Error=0x3)
FacilityNames=(System=0x0:FACILITY_SYSTEM Pumps=0x4:FACILITY_PUMPS)
LanguageNames=(English=0x409:MSG00409 French=0x40c:MSG0040C)
MessageId=0x1
Severity=Success
Facility=System
SymbolicName=CATEGORY_PUMPS
Language=English
Pumps
.
Language=French
Pompes
.
MessageId=0x7
Severity=Error
Facility=Pumps
SymbolicName=PUMP_FAILED
Language=English
Pump %1 of %2 failed: %3%n%tPressure: %4!08lx!
100%% lost.
.
Language=French
La pompe %1 sur %2 est en panne
.
"""
EVENT = """<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="pumps"/>
<EventID Qualifiers="49156">7</EventID><Level>2</Level><TimeCreated SystemTime="2026-03-18T12:00:00Z"/>
<EventRecordID>1</EventRecordID><Channel>Application</Channel><Computer>c</Computer></System>
<EventData><Data>3</Data><Data>9</Data><Data>worn</Data><Data>48879</Data></EventData></Event>"""
EXPECTED = "Pump 3 of 9 failed: worn\n\tPressure: 0000beef\n100% lost."
LANGUAGES = {0x409: "en-US", 0x40C: "fr-FR", 0x407: "de-DE", 0x411: "ja-JP", 0x419: "ru-RU"}
HEAD = re.compile(r"^(\d+)  v(\d+)  0x([0-9a-f]{8})  ([\w-]*)(?:  \((.*)\))?$")


class Check:
    def __init__(self):
        self.compared = 0
        self.failed = 0

    def equal(self, what, ours, theirs):
        self.compared += len(theirs) if isinstance(theirs, (dict, list, set)) else 1
        if ours != theirs:
            self.failed += 1
            print(f"DIFFERS {what}")
            if isinstance(theirs, dict):
                keys = [k for k in sorted(set(ours) | set(theirs)) if ours.get(k) != theirs.get(k)]
                print(f"  {len(keys)} entries; first {keys[0]}: {ours.get(keys[0])!r} != {theirs.get(keys[0])!r}")
            else:
                print(f"  {str(ours)[:300]}\n  {str(theirs)[:300]}")


def resources(path):
    image = pefile.PE(path, fast_load=True)
    image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
    for kind in image.DIRECTORY_ENTRY_RESOURCE.entries:
        for name in kind.directory.entries:
            for language in name.directory.entries:
                data = language.data.struct
                yield str(kind.name) if kind.name else kind.id, language.id, image.get_data(data.OffsetToData, data.Size)
    image.close()


def lines(text):
    """Texts are compared as lines without blanks around them: that is how they are shown."""
    return "\n".join(line.strip() for line in text.replace("\0", "").strip().splitlines())


def table(data):
    reader = pywrc.message_table_resource()
    reader.copy_from_byte_stream(data)
    return {reader.get_message_identifier(i) & 0xFFFFFFFF: lines(reader.get_string(i) or "")
            for i in range(reader.get_number_of_messages())}


def vigie(command, *arguments):
    done = subprocess.run([command, *arguments], capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 3):
        sys.exit(f"vigie {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def shown(command, catalogue, provider, culture):
    """What our command shows of a provider: by message id and language, and the heads of events."""
    texts, events, key = {}, [], None
    for line in vigie(command, "messages", "show", provider, "--messages", catalogue, "--culture", culture).splitlines():
        head = HEAD.match(line)
        if head:
            key = (int(head[3], 16), head[4])
            events.append((int(head[1]), int(head[2]), int(head[3], 16), head[5] or ""))
            texts[key] = []
        else:
            texts[key].append(line.strip())
    return {key: lines("\n".join(text)) for key, text in texts.items()}, events


def tables(check, command, work, files, what):
    with open(os.path.join(work, "providers.tsv"), "w", encoding="utf-8") as out:
        for path in files:
            out.write(f"{os.path.basename(path)}\t{os.path.basename(path)}\n")
    catalogue = os.path.join(work, "tables.vigie-messages")
    vigie(command, "messages", "import", os.path.join(work, "providers.tsv"), *files, "--out", catalogue)
    for path in files:
        for kind, language, data in resources(path):
            if kind == 11 and language in LANGUAGES:
                culture = LANGUAGES[language]
                ours, _ = shown(command, catalogue, os.path.basename(path), culture)
                # Several tables of one language are one to us.
                theirs = table(data)
                check.equal(f"{what} {path} {culture}",
                            {i: text for (i, c), text in ours.items() if c == culture and i in theirs}, theirs)


def manifests(check, command, work, files):
    catalogue = os.path.join(work, "manifests.vigie-messages")
    vigie(command, "messages", "import", *files, "--out", catalogue)
    for path in files:
        for kind, _, data in resources(path):
            if kind == "WEVT_TEMPLATE":
                manifest = pyfwevt.manifest()
                manifest.copy_from_byte_stream(data)
                for i in range(manifest.number_of_providers):
                    provider(check, command, catalogue, path, manifest.get_provider(i))


def provider(check, command, catalogue, path, theirs):
    templates = {}
    expected = set()
    for i in range(theirs.number_of_events):
        event = theirs.get_event(i)
        names = ""
        if event.template_offset:
            if event.template_offset not in templates:
                template = theirs.get_template_by_offset(event.template_offset)
                templates[event.template_offset] = ", ".join(
                    (template.get_item(k).name or "").rstrip("\0") for k in range(template.number_of_items))
            names = templates[event.template_offset]
        if event.message_identifier != 0xFFFFFFFF:
            expected.add((event.identifier, event.version, event.message_identifier, names))
    _, ours = shown(command, catalogue, theirs.identifier, "en-US")
    if ours:
        check.equal(f"manifest {path} {theirs.identifier}", set(ours), expected)
    else:
        print(f"no texts of {theirs.identifier} in {os.path.basename(path)}: not compared")


def build(work):
    with open(os.path.join(work, "pumps.mc"), "w", encoding="utf-8") as out:
        out.write(MC)
    for command in (["x86_64-w64-mingw32-windmc", "-U", "pumps.mc"],
                    ["x86_64-w64-mingw32-windres", "pumps.rc", "-o", "pumps.o"],
                    ["x86_64-w64-mingw32-gcc", "-shared", "-nostdlib", "-Wl,--entry=0", "-o", "pumps.dll", "pumps.o"]):
        subprocess.run(command, cwd=work, check=True)
    return os.path.join(work, "pumps.dll")


def rendered(check, command, work, image):
    catalogue = os.path.join(work, "pumps.vigie-messages")
    vigie(command, "messages", "import", image, "--out", catalogue)
    log = os.path.join(work, "event.xml")
    with open(log, "w", encoding="utf-8") as out:
        out.write(EVENT)
    xml = vigie(command, "events", "cat", log, "--rendered", "--messages", catalogue)
    message = re.search("<Message>(.*)</Message>", xml, re.DOTALL)
    check.equal("an event of pumps.dll in words", message and message[1].replace("&#xA;", "\n").replace("&#9;", "\t"),
                EXPECTED)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vigie", required=True)
    parser.add_argument("--java", required=True)
    parser.add_argument("--classes", required=True)
    options = parser.parse_args()
    check = Check()
    with tempfile.TemporaryDirectory() as work:
        image = build(work)
        tables(check, options.vigie, work, [image], "built")
        rendered(check, options.vigie, work, image)
        harbour = os.path.join(work, "harbour")
        subprocess.run([options.java, "-cp", options.classes, "dev.vigie.formats.events.messages.HarbourFiles", harbour],
                       check=True)
        manifests(check, options.vigie, work, [os.path.join(harbour, "harbour.dll"),
                                               os.path.join(harbour, "en-US", "harbour.dll.mui")])
    wine = [path for path in sorted(glob.glob("/usr/lib/*/wine/*-windows/*.*"))
            if os.path.basename(path) in ("kernelbase.dll", "wininet.dll", "mferror.dll", "fsutil.exe")]
    windows = sorted(glob.glob(os.path.expanduser("~/.cargo/registry/src/*/evtx-*/samples/dlls/*.dll")))
    with tempfile.TemporaryDirectory() as work:
        if wine:
            tables(check, options.vigie, work, wine[:4], "Wine")
        else:
            print("not done: libwine is not installed")
        if windows:
            os.mkdir(os.path.join(work, "windows"))
            tables(check, options.vigie, os.path.join(work, "windows"),
                   [p for p in windows if p.endswith("adtschema.dll")], "Windows")
            manifests(check, options.vigie, work, [p for p in windows if p.endswith("adtschema.dll")])
        else:
            print("not done: no file of Windows in cargo's sources")
    print(f"{check.compared} texts and definitions compared, {check.failed} differences")
    sys.exit(1 if check.failed else 0)


if __name__ == "__main__":
    main()
