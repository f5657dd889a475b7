/** @file Style sheet of the report; readable on a phone, on paper and at night. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1d1b22; --paper: #f6f1e6; --soft: #6b6570; --rule: #d9d1c0; --accent: #9e3b2f; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece6da; --paper: #1b1a1e; --soft: #a59fae; --rule: #3a3740; --accent: #e08a73; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 32px 20px 80px; }
h1 { font-size: 2.2rem; margin: 0 0 16px; } h2 { margin: 48px 0 12px; font-size: 1.3rem; }
video { width: 100%; aspect-ratio: 16 / 9; background: #000; display: block; }
.facts { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 16px 0; } .facts dt { color: var(--soft); font-size: .8rem; } .facts dd { margin: 0; font-weight: 600; }
.sheet { display: grid; gap: 22px 18px; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); }
figure { margin: 0; } figure img { width: 100%; display: block; } figcaption { font-size: .86rem; } figcaption span { color: var(--soft); } figcaption p { margin: 4px 0; }
summary { color: var(--soft); cursor: pointer; } .note { color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .88rem; } th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--rule); } th { color: var(--soft); font-weight: 500; }
.course { width: 100%; height: auto; } .course text { fill: var(--soft); font-size: 11px; } .course .axis { stroke: var(--soft); } .course circle { fill: var(--accent); } .course .line { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; } .course .area { fill: var(--accent); opacity: .14; }
@media print { video { display: none; } figure { break-inside: avoid; } }
`;
