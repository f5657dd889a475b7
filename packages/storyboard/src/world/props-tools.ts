/** @file Things of iron and wood: weapons, tools, what opens doors and what ties boats. */
import { arc, arcAt, BRASS, DARK, GREEN, GREY, METAL, PAPER, type PropKind, RED, WHITE, WOOD } from './prop-bench.js';

const ROPE = { tone: 0.7, tint: [1, 0.88, 0.66] as [number, number, number] };
const STEEL = { ...METAL, tone: 0.78 };

/** Weapons, tools, locks, ropes. */
export const TOOL_PROPS: readonly PropKind[] = [
  {
    name: 'knife',
    words: 'knife|dagger|blade|razor|scalpel|bread knife|sword|刀|匕首|messer|dolch|klinge|couteau|poignard|cuchillo|navaja',
    radius: 0.13,
    middle: 0.01,
    build(b) {
      b.flat([-0.02, -0.014, 0.15, -0.014, 0.17, -0.004, 0.14, 0.014, -0.02, 0.014], 0.006, { ...METAL, tone: 0.85 });
      b.pen([-0.01, 0.004, 0.14, 0.004], 0.007, 0.6).rod([-0.15, 0.014, 0, -0.02, 0.014, 0], [0.014, 0.012], WOOD, 10);
      for (const x of [-0.12, -0.085, -0.05]) b.disc(x, 0, 0.004, 0.028, METAL);
    },
  },
  {
    name: 'gun',
    words: 'gun|pistol|revolver|weapon|handgun|rifle|shotgun|枪|手枪|pistole|waffe|gewehr|arme|fusil|pistolet|pistola|arma',
    radius: 0.11,
    middle: 0.015,
    build(b) {
      // Lies on its side, seen from above: slide, frame, grip, trigger guard.
      b.plate([-0.1, -0.05, 0.1, -0.05, 0.1, -0.018, -0.1, -0.018], 0.028, { ...DARK, tone: 0.26 });
      b.plate([-0.09, -0.018, 0.03, -0.018, 0.02, 0.004, -0.045, 0.004, -0.07, 0.088, -0.118, 0.08, -0.098, 0], 0.024, DARK);
      b.rod([-0.04, 0.012, 0.004, -0.03, 0.012, 0.03, 0.005, 0.012, 0.028, 0.012, 0.012, 0], 0.004, DARK, 6);
      for (let i = 0; i < 5; i++) b.pen([-0.09 + i * 0.008, -0.046, -0.09 + i * 0.008, -0.024], 0.029, 0.8);
    },
  },
  {
    name: 'key',
    words: 'key|keys|car key|key ring|钥匙|schlüssel|clé|clef|llave|llaves',
    radius: 0.055,
    middle: 0.005,
    build(b) {
      b.ring(-0.035, 0, 0.016, 0.004, BRASS).rod([-0.02, 0.004, 0, 0.05, 0.004, 0], [0.004, 0.0036], BRASS, 8);
      for (const [x, l] of [
        [0.034, 0.016],
        [0.046, 0.02],
      ])
        b.plate([x - 0.004, 0, x + 0.003, 0, x + 0.003, l, x - 0.004, l], 0.006, BRASS);
    },
  },
  {
    name: 'hammer',
    words: 'hammer|mallet|axe|hatchet|锤子|斧头|marteau|hache|beil|axt|martillo|hacha',
    radius: 0.135,
    middle: 0.02,
    build(b) {
      b.rod([-0.16, 0.016, 0.03, 0.1, 0.018, -0.02], [0.017, 0.012], WOOD, 10);
      const head = b.moved(0.115, 0, -0.023, 0.19);
      head.box(0, 0.004, 0, 0.034, 0.034, 0.06, GREY).rod([0, 0.021, 0.028, 0, 0.021, 0.062], [0.014, 0.019], GREY);
      head.plate([-0.014, -0.028, 0.014, -0.028, 0.004, -0.085, -0.012, -0.088], 0.026, GREY, 0.008);
    },
  },
  {
    name: 'screwdriver',
    words: 'screwdriver|chisel|螺丝刀|tournevis|schraubenzieher|schraubendreher|destornillador',
    radius: 0.1,
    middle: 0.015,
    build(b) {
      b.rod([-0.13, 0.017, 0, -0.12, 0.017, 0, -0.04, 0.017, 0, -0.025, 0.017, 0], [0.012, 0.017, 0.015, 0.008], RED, 10);
      for (const z of [-0.006, 0, 0.006]) b.stroke([-0.118, 0.034, z, -0.045, 0.032, z], 0.8);
      b.rod([-0.025, 0.017, 0, 0.1, 0.012, 0], 0.0045, STEEL).plate(
        [0.1, -0.004, 0.128, -0.007, 0.128, 0.007, 0.1, 0.004],
        0.003,
        STEEL,
        0.009,
      );
    },
  },
  {
    name: 'wrench',
    words:
      'tool|tools|wrench|spanner|pliers|caliper|crowbar|toolbox|扳手|工具|clé anglaise|outil|pince|werkzeug|zange|schraubenschlüssel|llave inglesa|herramienta|alicates',
    radius: 0.113,
    middle: 0.01,
    build(b) {
      const steel = { ...METAL, tone: 0.6 };
      b.plate([-0.12, -0.01, 0.08, -0.012, 0.08, 0.012, -0.12, 0.01], 0.012, steel).pen([-0.09, 0, 0.06, 0], 0.0125, 0.7);
      b.plate(
        [
          0.085, 0, 0.078, -0.014, 0.1, -0.032, 0.14, -0.028, 0.138, -0.012, 0.112, -0.01, 0.112, 0.01, 0.138, 0.012, 0.14, 0.028,
          0.1, 0.032, 0.078, 0.014,
        ],
        0.014,
        steel,
      );
      b.ring(-0.128, 0, 0.016, 0.007, steel);
    },
  },
  {
    name: 'scissors',
    words: 'scissors|shears|剪刀|ciseaux|schere|tijeras',
    radius: 0.1,
    middle: 0.008,
    build(b) {
      for (const s of [1, -1]) {
        const half = b.moved(0, s > 0 ? 0.006 : 0.002, 0, s * 0.22);
        half.plate([-0.01, -0.008, 0.12, -0.001, 0.12, 0.002, -0.01, 0.008], 0.004, STEEL);
        half.rod([-0.01, 0.004, 0, -0.055, 0.006, -s * 0.012], [0.006, 0.006], RED).ring(-0.08, -s * 0.012, 0.024, 0.006, RED);
      }
      b.turn([0, 0.012, 0.006, 0.011, 0.006, 0.006], METAL);
    },
  },
  {
    name: 'rope',
    words: 'rope|cord|string|cable|chain|knot|lasso|hose|wire|handcuffs|绳子|链|corde|chaîne|seil|kette|tau|cuerda|soga|cadena',
    radius: 0.15,
    middle: 0.03,
    build(b) {
      for (let i = 0; i < 4; i++) {
        const [r, y] = [0.13 - (i % 2) * 0.012, 0.014 + i * 0.02];
        b.rod(arcAt(y, (i % 2) * 0.006, 0, r, r * 0.92), 0.013, ROPE, 10);
        for (let k = 0; k < 34; k++) {
          const a = (k / 34) * 2 * Math.PI;
          const [c, s] = [Math.cos(a), Math.sin(a)];
          b.stroke(
            [
              c * (r + 0.012),
              y - 0.004,
              s * (r * 0.92 + 0.012),
              Math.cos(a + 0.09) * r,
              y + 0.0135,
              Math.sin(a + 0.09) * r * 0.92,
            ],
            0.6,
            0.7,
          );
        }
      }
      b.rod([0.12, 0.014, 0.03, 0.15, 0.014, 0.07, 0.11, 0.014, 0.12, 0.02, 0.014, 0.15, -0.06, 0.014, 0.17], 0.013, ROPE, 10);
    },
  },
  {
    name: 'net',
    words: 'net|fishing net|nets|butterfly net|渔网|网|filet|netz|fischernetz|red de pesca|red',
    radius: 0.26,
    middle: 0.03,
    build(b) {
      // A heap: the threads sag over a hump, floats lie on the rope along its edge.
      const height = (x: number, z: number): number =>
        0.11 * Math.exp(-((x / 0.13) ** 2) - ((z + 0.03) / 0.11) ** 2) + 0.006 * Math.sin(x * 40) + 0.01;
      const bed = Array.from({ length: 15 }, (_, i) => (i - 7) * 0.034);
      for (const c of bed)
        for (const s of [1, -1]) {
          const run = Array.from({ length: 25 }, (_, i) => {
            const t = (i - 12) * 0.021;
            const [x, z] = [t + c * 0.75 + 0.008 * Math.sin(t * 30 + c * 9), s * t * 0.6 - s * c * 0.35];
            return Math.hypot(x / 0.27, z / 0.19) < 1 ? [x, height(x, z) + 0.004, z] : [];
          }).flat();
          if (run.length >= 6) b.stroke(run, 1.1);
        }
      b.turn([0, 0.115, 0.05, 0.095, 0.1, 0.05, 0.15, 0.014, 0.24, 0.001], { ...GREEN, tone: 0.8, line: 0.3 }, { z: -0.03 });
      b.rod(arcAt(0.01, 0, 0, 0.255, 0.185, 0, 0.62, 30), 0.007, ROPE);
      for (const t of [0.06, 0.17, 0.28, 0.4, 0.52]) {
        const [x, z] = arc(0, 0, 0.255, 0.185, t, t, 1);
        b.turn([0, 0, 0.02, 0.004, 0.026, 0.022, 0.02, 0.04, 0, 0.044], { tone: 0.62, tint: [1, 0.6, 0.35] }, { x, z });
      }
    },
  },
  {
    name: 'switch',
    words:
      'switch|light switch|button|lever|alarm|detonator|doorbell|开关|按钮|interrupteur|bouton|schalter|lichtschalter|knopf|interruptor|botón',
    radius: 0.085,
    middle: 0.008,
    build(b) {
      b.box(0, 0, 0, 0.085, 0.008, 0.12, PAPER).pen(
        [-0.036, -0.054, 0.036, -0.054, 0.036, -0.054, 0.036, 0.054, 0.036, 0.054, -0.036, 0.054, -0.036, 0.054, -0.036, -0.054],
        0.009,
        0.5,
      );
      b.box(0, 0.008, 0, 0.036, 0.003, 0.062, WHITE);
      b.plate([-0.013, -0.026, 0.013, -0.026, 0.013, 0.026, -0.013, 0.026], 0.006, { tone: 0.9 }, 0.011);
      b.rod([0, 0.014, 0.004, 0, 0.034, -0.018], [0.0075, 0.009], WHITE);
      for (const z of [-0.045, 0.045]) b.disc(0, z, 0.004, 0.0086, GREY).pen([-0.003, z - 0.001, 0.003, z + 0.001], 0.0095, 1);
    },
  },
  {
    name: 'door handle',
    words:
      'door handle|doorknob|door knob|handle|latch|knob|lock|padlock|keyhole|门把手|锁|poignée|serrure|türgriff|klinke|türklinke|schloss|pomo|picaporte|cerradura|manija',
    radius: 0.169,
    middle: 0.02,
    build(b) {
      b.box(0, 0, 0, 0.34, 0.012, 0.3, { ...WOOD, tone: 0.5 }).pen(
        [-0.13, -0.15, -0.13, 0.15, 0.14, -0.15, 0.14, 0.15],
        0.0125,
        0.8,
      );
      b.plate([-0.028, -0.11, 0.028, -0.11, 0.028, 0.11, -0.028, 0.11], 0.006, BRASS, 0.012);
      b.turn([0.018, 0.018, 0.015, 0.03, 0.013, 0.05, 0, 0.052], BRASS, { z: -0.035 });
      b.rod(
        [0, 0.05, -0.035, 0.03, 0.055, -0.037, 0.115, 0.05, -0.028, 0.125, 0.05, -0.02],
        [0.012, 0.0125, 0.011, 0.009],
        BRASS,
      );
      b.disc(0, 0.045, 0.008, 0.0185, DARK).plate(
        [-0.003, 0.045, 0.003, 0.045, 0.0055, 0.068, -0.0055, 0.068],
        0.0004,
        DARK,
        0.018,
      );
      for (const z of [-0.096, 0.094]) b.disc(0, z, 0.005, 0.0186, METAL).pen([-0.004, z, 0.004, z], 0.0195, 0.9);
    },
  },
  {
    name: 'wheel',
    words: 'wheel|tyre|tire|steering wheel|hubcap|轮子|方向盘|roue|volant|pneu|rad|lenkrad|reifen|rueda|volante|neumático',
    radius: 0.3,
    middle: 0.05,
    build(b) {
      b.turn([0.2, 0, 0.26, 0.01, 0.29, 0.04, 0.29, 0.09, 0.26, 0.12, 0.2, 0.125, 0.185, 0.11], DARK, { sides: 44 });
      b.turn([0.19, 0.11, 0.17, 0.1, 0.165, 0.06, 0, 0.06], { ...METAL, tone: 0.6 }, { sharp: true, sides: 36 });
      for (let i = 0; i < 5; i++)
        b.moved(0, 0, 0, i * 1.2566).plate([0.03, -0.022, 0.17, -0.032, 0.17, 0.032, 0.03, 0.022], 0.022, METAL, 0.065);
      b.turn([0.05, 0.085, 0.045, 0.1, 0, 0.104], GREY, { sharp: true });
      for (let i = 0; i < 44; i++) {
        const [x, z] = arc(0, 0, 1, 1, i / 44, i / 44, 1);
        b.stroke([x * 0.292, 0.045, z * 0.292, x * 0.286, 0.098, z * 0.286, x * 0.262, 0.121, z * 0.262], 0.9);
      }
    },
  },
  {
    name: 'gavel',
    words: 'gavel|judge’s hammer|法槌|maillet|richterhammer|mazo',
    radius: 0.135,
    middle: 0.035,
    build(b) {
      b.turn([0, 0, 0.07, 0, 0.075, 0.01, 0.07, 0.024, 0.06, 0.028, 0, 0.028], WOOD, { x: -0.05, z: -0.03, sharp: true });
      const y = 0.028 + 0.034;
      const head = b.moved(-0.05, 0, -0.03, 0.5);
      head.rod(
        [0, y, -0.062, 0, y, -0.052, 0, y, -0.04, 0, y, 0.04, 0, y, 0.052, 0, y, 0.062],
        [0.03, 0.034, 0.028, 0.028, 0.034, 0.03],
        { ...WOOD, tone: 0.32 },
        20,
      );
      head.rod([0, y, -0.006, 0, y, 0.006], 0.0295, BRASS, 20);
      head.rod([0.02, y, 0, 0.1, y - 0.02, 0.002, 0.19, 0.014, 0.004], [0.008, 0.009, 0.013], { ...WOOD, tone: 0.32 });
    },
  },
  {
    name: 'can',
    words: 'jerrycan|jerry can|diesel can|petrol can|gas can|fuel can|canister|can|extinguisher|油桶|bidon|kanister|bidón|lata',
    radius: 0.22,
    middle: 0.17,
    build(b) {
      b.box(0, 0, 0, 0.26, 0.3, 0.13, RED).rod([-0.07, 0.3, 0, -0.07, 0.345, 0, 0.05, 0.345, 0, 0.05, 0.3, 0], 0.011, RED, 8);
      b.rod([0.09, 0.3, 0, 0.115, 0.345, 0], [0.026, 0.022], DARK);
      for (const s of [1, -1]) b.stroke([-0.1 * s, 0.04, 0.0665, 0.1 * s, 0.26, 0.0665], 1.6);
      b.stroke([-0.1, 0.04, 0.0665, 0.1, 0.04, 0.0665, 0.1, 0.26, 0.0665, -0.1, 0.26, 0.0665, -0.1, 0.04, 0.0665], 1.2);
    },
  },
];
