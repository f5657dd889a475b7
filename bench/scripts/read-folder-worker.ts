/**
 * @file Reads a folder of scripts, analyses each and lets it go; sends what memory that took. A process of its own, so that its peak is that of
 * the reading alone.
 */
import { breakDown } from '@filmai/nlp-script/breakdown';
import { findContent } from '@filmai/nlp-script/content';
import { measureEmotion } from '@filmai/nlp-script/emotion';
import { readScripts } from '@filmai/nlp-script/screenplay';

const [folder] = process.argv.slice(2);
const sizes: number[] = [];
let read = 0;
let broken = 0;
let scenes = 0;
for await (const { screenplay } of readScripts(folder)) {
  if (!screenplay) {
    broken++;
    continue;
  }
  read++;
  const breakdown = breakDown(screenplay);
  scenes +=
    breakdown.scenes.length + Math.sign(findContent(screenplay).findings.length + measureEmotion(screenplay).lines.length);
  sizes.push(process.memoryUsage.rss());
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];
process.stdout.write(
  JSON.stringify({
    read,
    broken,
    scenes,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    // The second tenth against the last: the first is the runtime growing warm.
    growth: median(sizes.slice(-sizes.length / 10)) / median(sizes.slice(sizes.length / 10, sizes.length / 5)),
  }),
);
