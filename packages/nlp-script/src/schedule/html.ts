/** @file What all pages that are written here share: escaping, and a head that needs nothing from elsewhere. */

/** Text as it may stand in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A whole page with its own style, made to be printed. */
export function htmlPage(title: string, style: string, body: string, language = 'en'): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color: #111; background: #fff; font: 13px/1.35 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
body { margin: 24px auto; max-width: 1100px; padding: 0 16px; }
h1 { font-size: 20px; margin: 0 0 4px; } h2 { font-size: 15px; margin: 20px 0 6px; }
table { border-collapse: collapse; width: 100%; } th, td { padding: 3px 6px; text-align: left; vertical-align: top; }
th { font-weight: 600; border-bottom: 2px solid #111; } td { border-bottom: 1px solid #ccc; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .quiet { color: #555; }
@media print { body { margin: 0; max-width: none; padding: 0; } tr, .keep { break-inside: avoid; } thead { display: table-header-group; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
