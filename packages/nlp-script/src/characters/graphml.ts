/** @file The network as GraphML, which Gephi, Cytoscape, yEd and NetworkX read. */
import type { CharacterNetwork, NetworkEdge, NetworkNode } from './network.js';

type Field = readonly [id: string, type: 'string' | 'int' | 'double'];

const NODE_FIELDS: readonly Field[] = [
  ['name', 'string'],
  ['lines', 'int'],
  ['words', 'int'],
  ['scenes', 'int'],
  ['degree', 'int'],
  ['strength', 'int'],
  ['pageRank', 'double'],
  ['betweenness', 'double'],
  ['community', 'int'],
];
const EDGE_FIELDS: readonly Field[] = [
  ['weight', 'double'],
  ['spokenWords', 'int'],
];

/**
 * Writes a network as a directed graph; the weight of an edge is the number of speeches.
 *
 * @param network - From {@link mapCharacterNetwork}.
 * @returns GraphML 1.0 in UTF-8, with a line break at its end.
 * @see U. Brandes, M. Eiglsperger, I. Herman, M. Himsolt, M. S. Marshall, "GraphML Progress Report", 2001
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { formatGraphMl, mapCharacterNetwork } from '@filmai/nlp-script/characters';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nTeo, the door!\n\nTEO\nIt is shut.\n');
 * formatGraphMl(mapCharacterNetwork(breakDown(screenplay))).split('<node').length - 1; // 2
 * ```
 */
export function formatGraphMl(network: CharacterNetwork): string {
  const ids = new Map(network.nodes.map(({ name }, i) => [name, `n${i}`]));
  const keys = [
    ...NODE_FIELDS.map(([id, type]) => `  <key id="${id}" for="node" attr.name="${id}" attr.type="${type}"/>`),
    ...EDGE_FIELDS.map(([id, type]) => `  <key id="${id}" for="edge" attr.name="${id}" attr.type="${type}"/>`),
  ];
  const nodes = network.nodes.map((node) => {
    const data = NODE_FIELDS.map(([id]) => `<data key="${id}">${escapeXml(String(node[id as keyof NetworkNode]))}</data>`);
    return `    <node id="${ids.get(node.name)}">${data.join('')}</node>`;
  });
  const edges = network.speaks.map(
    (edge: NetworkEdge, i) =>
      `    <edge id="e${i}" source="${ids.get(edge.from)}" target="${ids.get(edge.to)}">` +
      `<data key="weight">${edge.speeches}</data><data key="spokenWords">${edge.words}</data></edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '  <graph id="characters" edgedefault="directed">',
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** Also leaves out the control characters that XML 1.0 has no way to write. */
function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
