"""What TensorBoard's own reader finds in a folder of event files, as JSON: python3 event_facts.py FOLDER (needs the package tensorboard)."""

import json
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

events = EventAccumulator(sys.argv[1], size_guidance={"scalars": 0, "images": 0, "histograms": 0, "tensors": 0})
events.Reload()
tags = events.Tags()
print(
    json.dumps(
        {
            "scalars": {tag: [[one.step, one.value] for one in events.Scalars(tag)] for tag in tags["scalars"]},
            "images": {tag: [[one.step, one.width, one.height] for one in events.Images(tag)] for tag in tags["images"]},
            "histograms": {
                tag: [
                    [one.step, one.histogram_value.num, one.histogram_value.sum, list(one.histogram_value.bucket)]
                    for one in events.Histograms(tag)
                ]
                for tag in tags["histograms"]
            },
            "texts": {
                tag: [[one.step, one.tensor_proto.string_val[0].decode()] for one in events.Tensors(tag)]
                for tag in tags["tensors"]
                if events.SummaryMetadata(tag).plugin_data.plugin_name == "text"
            },
        },
        indent=1,
    )
)
