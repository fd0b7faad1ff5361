#!/usr/bin/env python3
"""The same reading in a plain script: every file parsed with lxml, elements, relations and views counted and kept."""
import os
import sys
import time

try:
    from lxml import etree
except ImportError:
    print("lxml: skipped, it is not installed (python3-lxml)")
    sys.exit(0)


def read(folder):
    concepts, views = {}, {}
    for path, _, names in os.walk(folder):
        for name in names:
            if not name.endswith(".xml"):
                continue
            root = etree.parse(os.path.join(path, name)).getroot()
            kind = etree.QName(root).localname
            if kind in ("Folder", "ArchimateModel"):
                continue
            properties = [(p.get("key"), p.get("value")) for p in root.findall("properties")]
            entry = (kind, root.get("name"), root.get("documentation"), properties)
            if kind.endswith("Model"):
                shown = root.iter("archimateElement", "archimateRelationship")
                views[root.get("id")] = entry + ([s.get("href").split("#")[-1] for s in shown],)
            elif kind.endswith("Relationship"):
                ends = tuple(root.find(end).get("href").split("#")[-1] for end in ("source", "target"))
                concepts[root.get("id")] = entry + ends
            else:
                concepts[root.get("id")] = entry
    return concepts, views


times = []
for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 5):
    start = time.perf_counter()
    concepts, views = read(sys.argv[1])
    times.append((time.perf_counter() - start) * 1000)
times.sort()
print(f"lxml: {len(concepts)} elements and relations, {len(views)} views; "
      f"lowest {times[0]:.1f} ms, median {times[len(times) // 2]:.1f} ms")
