/** @file A knowledge graph as GraphML, for Gephi, yEd, Cytoscape and networkx. */
import type { KnowledgeGraph } from './graph.js';

const KEYS: readonly (readonly [id: string, target: 'node' | 'edge', type: 'string' | 'int' | 'double'])[] = [
  ['label', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['mentions', 'node', 'int'],
  ['relation', 'edge', 'string'],
  ['scene', 'edge', 'string'],
  ['line', 'edge', 'int'],
  ['quote', 'edge', 'string'],
  ['confidence', 'edge', 'double'],
];

/**
 * A knowledge graph as a directed GraphML graph. Nodes are people, animals, places, things and events; edges are relations, the parts that
 * entities play in events, knowledge and causes, each with scene, line and quote.
 *
 * @param graph - From `buildKnowledgeGraph`.
 * @returns XML text in UTF-8 terms; characters that XML 1.0 can't hold are left out.
 * @see http://graphml.graphdrawing.org/specification.html
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { buildKnowledgeGraph, formatGraphMl } from '@filmai/nlp-script/knowledge';
 *
 * const { screenplay } = parseFountain('INT. CABIN - NIGHT\n\nANNA, 30, hides a key.\n');
 * formatGraphMl(buildKnowledgeGraph(screenplay)).startsWith('<?xml'); // true
 * ```
 */
export function formatGraphMl(graph: KnowledgeGraph): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([id, target, type]) => `  <key id="${id}" for="${target}" attr.name="${id}" attr.type="${type}"/>`),
    `  <graph id="story" edgedefault="directed">`,
  ];
  for (const { id, name, kind, mentions } of graph.entities)
    lines.push(node(id, { label: name, kind, mentions: mentions.length }));
  for (const { id, verb, quote } of graph.events)
    lines.push(node(id, { label: `${verb}: ${quote}`, kind: 'event', mentions: 1 }));
  let edges = 0;
  const edge = (
    from: string,
    to: string,
    relation: string,
    at: { scene: number; span: { start: { line: number } }; quote: string },
    confidence = 1,
  ): void => {
    lines.push(
      `    <edge id="e${edges++}" source="${escapeXml(from)}" target="${escapeXml(to)}">${data({
        relation,
        scene: graph.scenes[at.scene]?.number ?? String(at.scene + 1),
        line: at.span.start.line,
        quote: at.quote,
        confidence,
      })}</edge>`,
    );
  };
  for (const relation of graph.relations) edge(relation.from, relation.to, relation.kind, relation);
  for (const event of graph.events) {
    for (const agent of event.agents) edge(agent, event.id, event.negated ? 'does-not' : 'does', event);
    for (const object of event.objects) edge(event.id, object, 'object', event);
    for (const recipient of event.recipients) edge(event.id, recipient, 'recipient', event);
    for (const { preposition, entity } of event.attached) edge(event.id, entity, preposition, event);
  }
  for (const state of graph.knowledge) edge(state.who, state.about, `knows: ${state.how}`, state, state.confidence);
  for (const { cause, effect, evidence, confidence } of graph.causes)
    if (cause.event !== undefined && effect.event !== undefined)
      edge(cause.event, effect.event, `causes: ${evidence}`, cause, confidence);
  lines.push('  </graph>', '</graphml>', '');
  return lines.join('\n');
}

function node(id: string, values: Record<string, string | number>): string {
  return `    <node id="${escapeXml(id)}">${data(values)}</node>`;
}

function data(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([key, value]) => `<data key="${key}">${escapeXml(String(value))}</data>`)
    .join('');
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
