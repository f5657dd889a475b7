"""Prints what OpenTimelineIO (and its CMX3600 adapter) finds in files: one JSON object per line of standard input {path, rate}.

Names, ranges, transitions, effects and markers of every track, in plain numbers, so that another reader can be compared.
"""
import json
import sys

import opentimelineio as otio


def seconds(time):
    return None if time is None else round(time.value / time.rate, 6)


def facts(item):
    if isinstance(item, otio.schema.Transition):
        return ["transition", item.transition_type, seconds(item.in_offset), seconds(item.out_offset)]
    span = item.trimmed_range() if not isinstance(item, otio.schema.Stack) else item.source_range
    speeds = [round(e.time_scalar, 4) for e in getattr(item, "effects", []) if hasattr(e, "time_scalar")]
    markers = [[m.name or "", seconds(m.marked_range.start_time)] for m in getattr(item, "markers", [])]
    name = "" if isinstance(item, otio.schema.Gap) else item.name or ""
    return [type(item).__name__.lower(), name, span and seconds(span.start_time), span and seconds(span.duration), speeds, markers]


for line in sys.stdin:
    job = json.loads(line)
    try:
        if job["path"].endswith(".edl"):
            timeline = otio.adapters.read_from_file(job["path"], "cmx_3600", rate=job.get("rate", 24))
        else:
            timeline = otio.adapters.read_from_file(job["path"])
        whole = otio.adapters.write_to_string(timeline, "otio_json") if job.get("whole") else None
        print(json.dumps({"tracks": [[facts(item) for item in track] for track in getattr(timeline, "tracks", [])], "whole": whole}))
    except Exception as error:  # the caller counts files that the library itself refuses
        print(json.dumps({"error": f"{type(error).__name__}: {error}"[:200]}))
