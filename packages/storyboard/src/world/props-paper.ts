/** @file Things of paper: what is read, signed, paid with and looked at. */
import {
  arc,
  BRASS,
  BLUE,
  DARK,
  GREEN,
  GREY,
  LEATHER,
  METAL,
  PAPER,
  type PropBench,
  type PropKind,
  RED,
  WOOD,
} from './prop-bench.js';

const CREAM = { tone: 0.88, tint: [1, 0.93, 0.78] as [number, number, number] };

/** Things of paper. */
export const PAPER_PROPS: readonly PropKind[] = [
  {
    name: 'letter',
    words:
      'letter|note|message|telegram|invitation|postcard|信|信件|纸条|lettre|mot|télégramme|brief|zettel|nachricht|carta|nota|telegrama',
    radius: 0.115,
    middle: 0.01,
    build(b) {
      envelope(b);
      const sheet = b.moved(0.02, 0.004, 0.015, 0.28).slab(0.13, 0.17, 0, PAPER);
      sheet
        .rows(-0.05, 0.05, -0.062, 0.014, 9, 0.001, 0.55)
        .pen([-0.01, 0.07, 0.03, 0.064, 0.03, 0.064, 0.05, 0.072], 0.001, 0.9);
    },
  },
  {
    name: 'envelope',
    words: 'envelope|信封|enveloppe|umschlag|briefumschlag|sobre',
    radius: 0.1,
    middle: 0.005,
    build(b) {
      envelope(b);
      b.turn([0, 0.002, 0.016, 0.003, 0.016, 0.007, 0, 0.008], RED, { z: 0.014 }).round(0, 0.014, 0.009, 0.009, 0.7);
    },
  },
  {
    name: 'form',
    words:
      'form|paper|papers|sheet|page|document|documents|contract|certificate|will|warrant|list|receipt|bill|chart|drawing|script|manuscript|sheet music|ticket|纸|表格|文件|合同|票|formulaire|papier|feuille|contrat|formular|blatt|vertrag|papiere|formulario|papel|hoja|contrato|documento',
    radius: 0.145,
    middle: 0.004,
    build(b) {
      b.moved(-0.012, 0, 0.006, -0.07).slab(0.21, 0.297, 0.001, CREAM);
      form(b);
      b.pen([0.01, 0.112, 0.08, 0.112], 0.004, 0.7).pen(
        [0.02, 0.108, 0.032, 0.098, 0.032, 0.098, 0.04, 0.11, 0.04, 0.11, 0.064, 0.103],
        0.004,
        0.9,
      );
    },
  },
  {
    name: 'clipboard',
    words: 'clipboard|clip board|写字板|夹板|planchette|porte-bloc|klemmbrett|portapapeles|tablilla',
    radius: 0.155,
    middle: 0.006,
    build(b) {
      b.plate([-0.118, -0.165, 0.118, -0.165, 0.118, 0.165, -0.118, 0.165], 0.005, WOOD);
      form(b.moved(0, 0.005, 0.01));
      b.box(0, 0.005, -0.148, 0.09, 0.012, 0.026, METAL).rod([-0.03, 0.02, -0.135, 0.03, 0.02, -0.135], 0.006, METAL);
      pen(b.moved(0.075, 0.011, 0.06, 1.2), 0.5);
    },
  },
  {
    name: 'book',
    words:
      'book|diary|journal|bible|ledger|notebook|log|logbook|novel|album|manual|日记|书|本子|livre|cahier|carnet|buch|tagebuch|heft|libro|cuaderno|diario',
    radius: 0.14,
    middle: 0.03,
    build(b) {
      b.box(0, 0, 0, 0.17, 0.004, 0.24, LEATHER).box(0.004, 0.004, 0, 0.156, 0.03, 0.228, PAPER);
      b.box(0, 0.034, 0, 0.17, 0.004, 0.24, LEATHER).rod([-0.085, 0.019, -0.12, -0.085, 0.019, 0.12], 0.019, LEATHER, 10);
      b.pen([-0.05, -0.07, 0.055, -0.07, -0.05, -0.05, 0.055, -0.05, -0.02, 0.06, 0.03, 0.06], 0.039, 1.2);
      for (let i = 1; i < 6; i++) b.stroke([-0.07, 0.004 + i * 0.005, 0.115, 0.082, 0.004 + i * 0.005, 0.115], 0.4, 0.5);
    },
  },
  {
    name: 'newspaper',
    words: 'newspaper|tabloid|headline|front page|magazine|报纸|杂志|zeitung|zeitschrift|quotidien|periódico|revista',
    radius: 0.18,
    middle: 0.01,
    build(b) {
      const grey = { tone: 0.88, tint: [1, 0.98, 0.93] as [number, number, number] };
      b.box(0, 0, 0, 0.3, 0.012, 0.36, grey).stroke([-0.15, 0.006, 0.181, 0.15, 0.006, 0.181], 0.6, 0.6);
      const title = { tone: 0.14 };
      for (const [x, w] of [
        [-0.095, 0.05],
        [-0.03, 0.06],
        [0.035, 0.045],
        [0.095, 0.05],
      ])
        b.slab(w, 0.022, 0.013, title, x, -0.145);
      b.pen([-0.135, -0.122, 0.135, -0.122, -0.135, -0.117, 0.135, -0.117], 0.013, 0.8);
      for (const x of [-0.07, 0.07]) b.slab(0.12, 0.014, 0.013, { tone: 0.28 }, x, -0.098);
      b.slab(0.13, 0.1, 0.013, { tone: 0.5 }, -0.065, -0.028)
        .disc(-0.065, -0.035, 0.022, 0.014, { tone: 0.85 })
        .slab(0.07, 0.03, 0.014, { tone: 0.25 }, -0.065, 0.006);
      b.rows(0.015, 0.07, -0.075, 0.0105, 23, 0.013, 0.45).rows(0.08, 0.135, -0.075, 0.0105, 23, 0.013, 0.45);
      b.rows(-0.13, -0.07, 0.035, 0.0105, 13, 0.013, 0.45).rows(-0.06, 0, 0.035, 0.0105, 13, 0.013, 0.45);
    },
  },
  {
    name: 'map',
    words: 'map|sea chart|nautical chart|blueprint|plan of|地图|carte routière|plan|landkarte|karte|stadtplan|mapa|plano',
    radius: 0.219,
    middle: 0.01,
    build(b) {
      // Folds make every second panel a little darker.
      for (let i = 0; i < 4; i++) {
        const [x0, x1] = [-0.24 + i * 0.12, -0.12 + i * 0.12];
        const [y0, y1] = i % 2 ? [0.014, 0.001] : [0.001, 0.014];
        b.face([x0, y0, 0.17, x1, y1, 0.17, x1, y1, -0.17, x0, y0, -0.17], { ...CREAM, tone: i % 2 ? 0.84 : 0.92, line: 0.7 });
      }
      const [sea, land] = [
        [-0.21, 0.05, -0.15, 0.02, -0.1, 0.07, -0.04, 0.04, 0.02, 0.08, 0.08, 0.05, 0.15, 0.1, 0.21, 0.07],
        [-0.2, -0.11, -0.12, -0.07, -0.05, -0.11, 0.03, -0.06, 0.1, -0.09, 0.2, -0.04],
      ];
      for (const run of [sea, land])
        b.stroke(
          Array.from({ length: run.length / 2 }, (_, i) => [run[i * 2], 0.016, run[i * 2 + 1]]).flat(),
          run === sea ? 1.6 : 0.9,
        );
      for (let i = 0; i < 7; i++)
        b.pen([-0.2 + i * 0.055, 0.11 + (i % 3) * 0.012, -0.175 + i * 0.055, 0.11 + (i % 3) * 0.012], 0.016, 0.5);
      for (const [x, z] of [
        [-0.14, -0.02],
        [-0.06, 0.0],
        [0.04, 0.02],
        [0.14, 0.03],
      ])
        b.disc(x, z, 0.006, 0.016, { tone: 0.2 });
      b.pen(
        [-0.14, -0.02, -0.115, -0.018, -0.1, -0.014, -0.075, -0.006, -0.045, 0.004, -0.02, 0.01, 0, 0.014, 0.03, 0.018],
        0.017,
        1,
      );
      for (const s of [1, -1]) b.pen([0.075 - 0.018, -0.02 - s * 0.018, 0.075 + 0.018, -0.02 + s * 0.018], 0.018, 3.4);
      b.round(0.19, -0.12, 0.022, 0.016, 0.8).pen([0.19, -0.15, 0.19, -0.09, 0.16, -0.12, 0.22, -0.12], 0.016, 0.7);
    },
  },
  {
    name: 'photo',
    words: 'photo|photograph|picture|portrait|polaroid|snapshot|照片|相片|photographie|bild|foto|fotografie|fotografía|retrato',
    radius: 0.085,
    middle: 0.005,
    build(b) {
      b.slab(0.11, 0.15, 0.002, PAPER).slab(0.094, 0.112, 0.003, { tone: 0.55, tint: [1, 0.93, 0.8] }, 0, -0.012);
      b.slab(0.094, 0.05, 0.0035, { tone: 0.8, tint: [0.95, 0.97, 1], line: 0.4 }, 0, -0.043);
      for (const [x, hair] of [
        [-0.02, 0.2],
        [0.022, 0.42],
      ]) {
        b.disc(x, -0.025, 0.0155, 0.0045, { tone: hair }).disc(x, -0.02, 0.0125, 0.005, { tone: 0.88, tint: [1, 0.9, 0.8] });
        b.flat([...arc(x, 0.044, 0.021, 0.045, 0.5, 1, 12)], 0.0042, { tone: hair + 0.12 });
        b.pen(
          [x - 0.005, -0.022, x - 0.003, -0.022, x + 0.003, -0.022, x + 0.005, -0.022, x - 0.004, -0.014, x + 0.004, -0.014],
          0.006,
          0.7,
        );
      }
    },
  },
  {
    name: 'playing cards',
    words: 'card|cards|playing card|ace|deck of cards|纸牌|扑克|spielkarte|carte à jouer|naipe|baraja',
    radius: 0.08,
    middle: 0.005,
    build(b) {
      for (let i = 0; i < 4; i++) {
        const card = b.moved(-0.04 + i * 0.026, 0.001 + i * 0.002, 0.01 + Math.abs(i - 1.5) * 0.004, 0.4 - i * 0.27);
        card.slab(0.06, 0.088, 0, PAPER);
        const red = i % 2 === 1;
        const suit = red ? { tone: 0.45, tint: [1, 0.3, 0.28] as [number, number, number] } : DARK;
        const place = card.moved(i === 3 ? 0 : -0.02, 0.001, i === 3 ? 0 : -0.03);
        const size = i === 3 ? 0.018 : 0.006;
        place.flat([0, -size * 1.2, size, 0, 0, size * 1.2, -size, 0], 0, suit);
        if (i === 3)
          for (const s of [1, -1])
            card.pen([s * -0.024, s * -0.036, s * -0.02, s * -0.03, s * -0.02, s * -0.036, s * -0.024, s * -0.03], 0.001, 1);
      }
    },
  },
  {
    name: 'folder',
    words:
      'folder|file|dossier|binder|case file|archive|文件夹|档案|chemise cartonnée|classeur|akte|ordner|mappe|carpeta|expediente',
    radius: 0.15,
    middle: 0.012,
    build(b) {
      const card = { tone: 0.72, tint: [1, 0.86, 0.58] as [number, number, number] };
      b.plate(
        [-0.16, -0.12, 0.06, -0.12, 0.07, -0.138, 0.14, -0.138, 0.15, -0.12, 0.16, -0.12, 0.16, 0.12, -0.16, 0.12],
        0.003,
        card,
      );
      b.moved(0.008, 0.003, -0.006, 0.04).box(0, 0, 0, 0.3, 0.008, 0.214, PAPER);
      b.moved(0, 0.012, 0.006, -0.035).plate([-0.16, -0.115, 0.155, -0.115, 0.155, 0.115, -0.16, 0.115], 0.003, card);
      const cover = b.moved(0, 0.016, 0.006, -0.035).slab(0.1, 0.045, 0, PAPER, -0.05, -0.05);
      cover.rows(-0.092, -0.008, -0.06, 0.011, 3, 0.001, 0.7);
      const red = { tone: 0.5, tint: [1, 0.4, 0.36] as [number, number, number], line: 0 };
      for (const [x, z, w, d] of [
        [0.06, 0.035, 0.12, 0.005],
        [0.06, 0.075, 0.12, 0.005],
        [0.002, 0.055, 0.005, 0.045],
        [0.118, 0.055, 0.005, 0.045],
      ])
        cover.slab(w, d, 0.001, red, x, z);
      for (let i = 0; i < 6; i++) cover.slab(0.011, 0.02, 0.001, red, 0.02 + i * 0.016, 0.055);
    },
  },
  {
    name: 'money',
    words:
      'money|cash|banknote|bank note|bank notes|bill roll|dollars|euros|bundle|wad|notes of money|钱|钞票|现金|argent|billets|geld|geldschein|bargeld|dinero|billete',
    radius: 0.141,
    middle: 0.025,
    build(b) {
      bundle(b, 0, 0, 0, 0.12);
      bundle(b.moved(0, 0, 0.02, -0.5), -0.06, 0.0225, 0.02, 0);
      const loose = b.moved(0.1, 0.002, 0.07, 0.7);
      note(loose, 0);
    },
  },
  {
    name: 'pen',
    words:
      'pen|pencil|fountain pen|ballpoint|quill|crayon|brush|paintbrush|marker|笔|钢笔|铅笔|stylo|plume|stift|kugelschreiber|füller|bleistift|bolígrafo|pluma|lápiz',
    radius: 0.103,
    middle: 0.008,
    build(b) {
      b.moved(0.0, 0, 0, -0.12)
        .slab(0.21, 0.18, 0.001, PAPER)
        .rows(-0.09, 0.07, -0.07, 0.018, 4, 0.002, 0.6)
        .pen([-0.09, 0.002, -0.03, 0.002], 0.002, 0.9);
      pen(b.moved(0.012, 0.0025, 0.03, -0.55), 1);
    },
  },
];

function envelope(b: PropBench): void {
  b.slab(0.23, 0.12, 0.002, { tone: 0.8, tint: [1, 0.93, 0.8] }).pen(
    [-0.115, -0.06, 0, 0.014, 0.115, -0.06, 0, 0.014],
    0.003,
    0.9,
  );
  b.pen([-0.115, 0.06, -0.02, 0.002, 0.115, 0.06, 0.02, 0.002], 0.003, 0.5);
}

/** A printed form: a heading, boxes with labels, a ticked square. */
function form(b: PropBench): void {
  b.slab(0.2, 0.283, 0.0025, PAPER).slab(0.09, 0.012, 0.0035, { tone: 0.25 }, -0.04, -0.12);
  b.round(0.075, -0.118, 0.013, 0.0035, 0.8);
  for (let i = 0; i < 4; i++) {
    const z = -0.09 + i * 0.036;
    b.pen(
      [-0.085, z, 0.085, z, -0.085, z + 0.026, 0.085, z + 0.026, -0.085, z, -0.085, z + 0.026, 0.085, z, 0.085, z + 0.026],
      0.0035,
      0.6,
    );
    b.pen([-0.078, z + 0.007, -0.045, z + 0.007], 0.0035, 0.5).pen(
      [-0.07, z + 0.018, -0.03 + i * 0.02, z + 0.017],
      0.0035,
      1,
      1.8,
    );
  }
  for (let i = 0; i < 2; i++) {
    const z = 0.062 + i * 0.02;
    b.pen(
      [-0.083, z, -0.071, z, -0.071, z, -0.071, z + 0.012, -0.071, z + 0.012, -0.083, z + 0.012, -0.083, z + 0.012, -0.083, z],
      0.0035,
      0.8,
    );
    b.pen([-0.06, z + 0.006, 0.02 - i * 0.02, z + 0.006], 0.0035, 0.5);
  }
  b.pen([-0.082, 0.067, -0.078, 0.073, -0.078, 0.073, -0.068, 0.058], 0.004, 1.5);
}

/** A pen along x, its nib to the left. */
function pen(b: PropBench, k: number): void {
  const y = 0.006 * k;
  b.rod([-0.045 * k, y, 0, 0.02 * k, y, 0], [0.0048 * k, 0.0062 * k], BLUE);
  b.rod([0.02 * k, y, 0, 0.075 * k, y, 0], [0.0066 * k, 0.006 * k], { ...BLUE, tone: 0.3 });
  b.rod([0.019 * k, y, 0, 0.023 * k, y, 0], 0.0072 * k, BRASS);
  b.rod([-0.066 * k, y * 0.5, 0, -0.045 * k, y, 0], [0.0006, 0.0046 * k], BRASS);
  b.rod([0.028 * k, y * 2.2, 0, 0.07 * k, y * 2.15, 0], 0.0016 * k, BRASS, 6);
}

/** A bundle of banknotes with a paper band, by its middle. */
function bundle(b: PropBench, x: number, y: number, z: number, yaw: number): void {
  const on = b.moved(x, y, z, yaw).box(0, 0, 0, 0.16, 0.022, 0.07, { ...GREEN, tone: 0.72 });
  for (let i = 1; i < 6; i++) on.stroke([-0.08, i * 0.0037, 0.0355, 0.08, i * 0.0037, 0.0355], 0.35, 0.6);
  note(on, 0.0225);
  on.box(0, -0.0002, 0, 0.03, 0.0232, 0.0715, PAPER);
}

function note(b: PropBench, y: number): void {
  b.slab(0.16, 0.07, y, { ...GREEN, tone: 0.78 }).slab(0.146, 0.056, y + 0.0006, { ...GREEN, tone: 0.68, line: 0.5 });
  b.disc(0.045, 0, 0.02, y + 0.0012, { ...GREEN, tone: 0.86 }).disc(0.045, -0.002, 0.009, y + 0.0018, GREY);
  for (const [px, pz] of [
    [-0.062, -0.018],
    [-0.062, 0.018],
  ])
    b.disc(px, pz, 0.006, y + 0.0012, { ...GREEN, tone: 0.9, line: 0.6 });
}
