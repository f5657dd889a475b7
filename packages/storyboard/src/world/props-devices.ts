/** @file Devices: what speaks, shows, measures and records. */
import { arc, BRASS, CLEAR, DARK, GREY, METAL, PAPER, type PropBench, type PropKind, RED, WHITE, WOOD } from './prop-bench.js';

const SCREEN = { tone: 0.9, glow: 0.75, tint: [0.8, 0.9, 1] as [number, number, number] };

/** Devices. */
export const DEVICE_PROPS: readonly PropKind[] = [
  {
    name: 'phone',
    words:
      'phone|mobile|cell|cell phone|cellphone|smartphone|mobile phone|text message|tablet|手机|handy|smartphone|téléphone|portable|móvil|celular',
    radius: 0.085,
    middle: 0.01,
    build(b) {
      b.box(0, 0, 0, 0.076, 0.009, 0.155, DARK).slab(0.068, 0.142, 0.0095, SCREEN);
      for (const [z, w] of [
        [-0.045, 0.05],
        [-0.03, 0.04],
        [0, 0.046],
        [0.015, 0.03],
      ])
        b.pen([-w / 2, z, w / 2, z], 0.0105, 0.9);
    },
  },
  {
    name: 'telephone',
    words: 'telephone|landline|receiver|handset|telephone receiver|old phone|电话|座机|telefon|hörer|combiné|teléfono|auricular',
    radius: 0.13,
    middle: 0.06,
    build(b) {
      b.plate([-0.1, -0.07, 0.1, -0.07, 0.115, 0.1, -0.115, 0.1], 0.045, DARK).plate(
        [-0.07, -0.06, 0.07, -0.06, 0.08, 0.06, -0.08, 0.06],
        0.025,
        DARK,
        0.045,
      );
      b.disc(0, 0.02, 0.052, 0.071, METAL).disc(0, 0.02, 0.02, 0.0715, PAPER);
      for (let i = 0; i < 9; i++) {
        const [x, z] = arc(0, 0.02, 0.038, 0.038, i / 11 + 0.05, i / 11, 0);
        if (Number.isFinite(x)) b.disc(x, z, 0.0078, 0.0722, DARK);
      }
      for (const s of [1, -1])
        b.box(s * 0.05, 0.07, -0.045, 0.016, 0.02, 0.03, DARK).rod(
          [s * 0.095, 0.07, -0.045, s * 0.1, 0.105, -0.045],
          [0.03, 0.026],
          DARK,
          16,
        );
      b.rod(
        [-0.105, 0.106, -0.045, -0.06, 0.12, -0.045, 0.06, 0.12, -0.045, 0.105, 0.106, -0.045],
        [0.022, 0.015, 0.015, 0.022],
        DARK,
        12,
      );
    },
  },
  {
    name: 'radio',
    words:
      'radio|walkie-talkie|transmitter|marine radio|loudspeaker|speaker|transistor|收音机|对讲机|无线电|funkgerät|radioapparat|poste de radio|transistor|altavoz',
    radius: 0.2,
    middle: 0.1,
    build(b) {
      b.box(0, 0, 0, 0.32, 0.17, 0.09, { ...WOOD, tone: 0.5 }).box(0, 0.012, 0.046, 0.296, 0.146, 0.002, {
        tone: 0.32,
        tint: [1, 0.95, 0.85],
      });
      for (let i = 0; i < 11; i++) b.stroke([-0.135, 0.03 + i * 0.011, 0.0495, -0.005, 0.03 + i * 0.011, 0.0495], 1.6);
      b.box(0.07, 0.105, 0.047, 0.115, 0.035, 0.002, { tone: 1, glow: 0.5, tint: [1, 0.92, 0.66] });
      for (let i = 0; i < 10; i++)
        b.stroke([0.022 + i * 0.0105, 0.112, 0.0505, 0.022 + i * 0.0105, i % 3 ? 0.12 : 0.126, 0.0505], 0.8);
      b.stroke([0.086, 0.108, 0.0508, 0.086, 0.138, 0.0508], 2);
      for (const x of [0.035, 0.105])
        b.rod([x, 0.058, 0.046, x, 0.058, 0.07], [0.026, 0.022], { ...BRASS, tone: 0.75 }, 20).stroke(
          [x, 0.058, 0.072, x + 0.004, 0.078, 0.072],
          1.6,
        );
      b.rod([0.13, 0.17, -0.02, 0.19, 0.3, -0.03], [0.004, 0.0025], METAL, 8).rod(
        [-0.1, 0.17, 0, -0.09, 0.195, 0, 0.06, 0.195, 0, 0.07, 0.17, 0],
        0.006,
        DARK,
        8,
      );
    },
  },
  {
    name: 'microphone',
    words: 'microphone|mic|radio microphone|麦克风|话筒|micro|mikrofon|micrófono',
    radius: 0.12,
    middle: 0.03,
    build(b) {
      b.rod([-0.12, 0.02, 0, 0.04, 0.026, 0], [0.013, 0.019], DARK, 18).rod([0.04, 0.026, 0, 0.05, 0.026, 0], 0.0235, METAL, 20);
      b.ball(0.078, 0.032, 0, 0.032, { ...METAL, tone: 0.6 }).box(-0.02, 0.04, 0, 0.022, 0.005, 0.009, METAL);
      for (let i = -3; i <= 3; i++) {
        const r = Math.sqrt(Math.max(0, 1 - (i / 4) ** 2)) * 0.0325;
        const ring = Array.from({ length: 9 }, (_, k) => [
          0.078 + i * 0.008,
          0.032 + Math.sin((k / 8) * Math.PI) * r,
          Math.cos((k / 8) * Math.PI) * r,
        ]).flat();
        b.stroke(ring, 0.7);
        b.stroke(
          Array.from({ length: 9 }, (_, k) => [
            0.078 + Math.cos((k / 8) * Math.PI) * r,
            0.032 + Math.sin((k / 8) * Math.PI) * r,
            i * 0.008,
          ]).flat(),
          0.7,
        );
      }
      b.rod([-0.12, 0.02, 0, -0.15, 0.008, 0.02, -0.12, 0.004, 0.07, -0.02, 0.004, 0.08, 0.06, 0.004, 0.1], 0.004, DARK, 6);
    },
  },
  {
    name: 'laptop',
    words:
      'laptop|computer|screen|monitor|notebook computer|keyboard|television|tv|plotter|display|电脑|屏幕|电视|ordinateur|écran|rechner|bildschirm|laptop|fernseher|ordenador|pantalla|computadora',
    radius: 0.24,
    middle: 0.1,
    build(b) {
      b.box(0, 0, 0.02, 0.34, 0.014, 0.23, METAL)
        .slab(0.3, 0.1, 0.0145, DARK, 0, -0.02)
        .slab(0.1, 0.06, 0.0145, { ...METAL, tone: 0.6 }, 0, 0.09);
      for (let r = 0; r < 5; r++)
        for (let c = 0; c < 14; c++)
          b.slab(0.017, 0.015, 0.016, { tone: 0.35, line: 0.3 }, -0.137 + c * 0.021, -0.058 + r * 0.019);
      const lid = (x: number, t: number, out = 0): number[] => [x, 0.014 + t * 0.215 + out * 0.01, -0.095 - t * 0.07 + out];
      b.face([...lid(-0.17, 0), ...lid(0.17, 0), ...lid(0.17, 1), ...lid(-0.17, 1)], DARK);
      b.face(
        [...lid(-0.158, 0.06, 0.002), ...lid(0.158, 0.06, 0.002), ...lid(0.158, 0.95, 0.002), ...lid(-0.158, 0.95, 0.002)],
        SCREEN,
      );
      for (let i = 0; i < 5; i++)
        b.stroke([...lid(-0.14, 0.82 - i * 0.1, 0.004), ...lid(-0.02 + ((i * 37) % 5) * 0.012, 0.82 - i * 0.1, 0.004)], 1);
      b.stroke([...lid(0.03, 0.2, 0.004), ...lid(0.06, 0.45, 0.004), ...lid(0.09, 0.35, 0.004), ...lid(0.14, 0.78, 0.004)], 1.8);
      b.stroke([...lid(0.03, 0.82, 0.004), ...lid(0.03, 0.18, 0.004), ...lid(0.145, 0.18, 0.004)], 0.8);
    },
  },
  {
    name: 'camera',
    words: 'camera|video camera|photo camera|camcorder|照相机|相机|摄像机|appareil photo|caméra|kamera|fotoapparat|cámara',
    radius: 0.13,
    middle: 0.05,
    build(b) {
      b.box(0, 0, 0, 0.15, 0.085, 0.05, DARK)
        .box(0, 0.085, 0, 0.15, 0.012, 0.05, METAL)
        .box(0, 0.097, 0, 0.05, 0.018, 0.042, METAL);
      b.rod([0, 0.046, 0.025, 0, 0.046, 0.05, 0, 0.046, 0.052, 0, 0.046, 0.085], [0.038, 0.038, 0.034, 0.036], GREY, 28);
      b.rod([0, 0.046, 0.0855, 0, 0.046, 0.086], 0.03, { tone: 0.3, tint: [0.7, 0.8, 1] }, 24).rod(
        [0, 0.046, 0.0865, 0, 0.046, 0.087],
        0.016,
        { tone: 0.08 },
        20,
      );
      b.ball(-0.008, 0.056, 0.088, 0.005, WHITE)
        .turn([0.01, 0.097, 0.01, 0.106, 0, 0.106], METAL, { x: 0.055 })
        .turn([0.013, 0.097, 0.013, 0.104, 0, 0.104], GREY, { x: -0.052 });
      b.box(0.048, 0.062, 0.026, 0.03, 0.014, 0.001, CLEAR);
    },
  },
  {
    name: 'clock',
    words: 'clock|alarm clock|hourglass|timer|stopwatch|countdown|时钟|闹钟|钟|horloge|pendule|réveil|uhr|wecker|despertador',
    radius: 0.13,
    middle: 0.09,
    build(b) {
      b.rod([0, 0.09, -0.03, 0, 0.09, 0.028, 0, 0.09, 0.034], [0.08, 0.08, 0.074], BRASS, 36).rod(
        [0, 0.09, 0.0342, 0, 0.09, 0.0346],
        0.069,
        PAPER,
        36,
      );
      for (let h = 0; h < 12; h++) {
        const [s, c] = [Math.sin((h / 6) * Math.PI), Math.cos((h / 6) * Math.PI)];
        b.stroke([s * 0.054, 0.09 + c * 0.054, 0.036, s * 0.063, 0.09 + c * 0.063, 0.036], h % 3 ? 1.2 : 2.4);
      }
      b.stroke([0, 0.09, 0.0365, 0.031, 0.1, 0.0365], 3).stroke([0, 0.09, 0.0365, 0.046, 0.114, 0.0365], 1.8);
      for (const s of [1, -1])
        b.turn([0.03, 0, 0.026, 0.014, 0.014, 0.026, 0, 0.03], BRASS, { x: s * 0.045, y: 0.16 }).rod(
          [s * 0.05, 0.03, 0, s * 0.065, 0.004, 0],
          [0.008, 0.006],
          BRASS,
          8,
        );
      b.rod([0, 0.165, 0, 0, 0.2, 0], 0.004, BRASS, 8).ball(0, 0.196, 0, 0.008, BRASS);
    },
  },
  {
    name: 'watch',
    words:
      'watch|pocket watch|wristwatch|wrist watch|compass|手表|怀表|表|指南针|montre|boussole|armbanduhr|taschenuhr|kompass|reloj|brújula',
    radius: 0.065,
    middle: 0.01,
    build(b) {
      b.turn([0.034, 0, 0.036, 0.006, 0.032, 0.011], BRASS).disc(0, 0, 0.03, 0.012, PAPER);
      for (let h = 0; h < 12; h++) {
        const [s, c] = [Math.sin((h / 6) * Math.PI), Math.cos((h / 6) * Math.PI)];
        b.pen([s * 0.023, c * 0.023, s * 0.027, c * 0.027], 0.013, 1.1);
      }
      b.pen([0, 0, 0.011, -0.008, 0, 0, -0.004, -0.02], 0.0135, 1.6);
      b.rod(
        Array.from({ length: 11 }, (_, i) => [0.034 + i * 0.005, 0.004, -0.02 - Math.sin(i * 0.55) * 0.018 - i * 0.001]).flat(),
        0.002,
        BRASS,
        6,
      );
    },
  },
  {
    name: 'cassette',
    words: 'cassette|tape|videotape|recorder|recording|vhs|record|磁带|录音带|唱片|kassette|tonband|cinta|casete|bande',
    radius: 0.055,
    middle: 0.008,
    build(b) {
      b.plate([-0.05, -0.032, 0.05, -0.032, 0.05, 0.032, -0.05, 0.032], 0.009, { tone: 0.24 }).slab(
        0.088,
        0.042,
        0.0094,
        PAPER,
        0,
        -0.006,
      );
      b.slab(0.086, 0.006, 0.0097, { tone: 0.55, tint: [1, 0.5, 0.4], line: 0.4 }, 0, 0.012)
        .slab(0.06, 0.018, 0.0099, DARK, 0, -0.002)
        .slab(0.02, 0.012, 0.0102, { tone: 0.5, tint: [1, 0.8, 0.6] }, 0, -0.002);
      for (const x of [-0.021, 0.021]) {
        b.disc(x, -0.002, 0.008, 0.0104, WHITE).disc(x, -0.002, 0.0045, 0.0106, DARK);
        for (let i = 0; i < 6; i++)
          b.pen(
            [x + Math.cos(i) * 0.0045, -0.002 + Math.sin(i) * 0.0045, x + Math.cos(i) * 0.0065, -0.002 + Math.sin(i) * 0.0065],
            0.011,
            0.9,
          );
      }
      b.pen([-0.038, -0.022, 0.02, -0.021, -0.038, -0.0165, 0.036, -0.0165], 0.0103, 0.7).plate(
        [-0.032, 0.032, -0.027, 0.018, 0.027, 0.018, 0.032, 0.032],
        0.0015,
        { tone: 0.32 },
        0.009,
      );
    },
  },
  {
    name: 'drive',
    words:
      'drive|usb|usb stick|hard drive|memory card|memory stick|chip|disk|floppy|microchip|硬盘|优盘|u盘|clé usb|disque|festplatte|usb-stick|speicherkarte|disco duro|memoria',
    radius: 0.045,
    middle: 0.006,
    build(b) {
      b.plate([-0.042, -0.011, -0.038, -0.014, 0.014, -0.014, 0.014, 0.014, -0.038, 0.014, -0.042, 0.011], 0.011, {
        tone: 0.26,
        tint: [0.7, 0.82, 1],
      });
      b.box(0.026, 0.002, 0, 0.024, 0.007, 0.02, METAL)
        .slab(0.005, 0.005, 0.0094, DARK, 0.028, -0.005)
        .slab(0.005, 0.005, 0.0094, DARK, 0.028, 0.005);
      b.disc(-0.03, 0, 0.003, 0.0114, { tone: 1, glow: 1, tint: [0.6, 1, 0.6] })
        .slab(0.026, 0.018, 0.0113, PAPER, -0.008, 0)
        .pen([-0.017, -0.003, 0.001, -0.003, -0.017, 0.003, -0.005, 0.003], 0.012, 0.9);
      b.ring(-0.048, 0, 0.008, 0.0014, METAL, 0.004);
    },
  },
  {
    name: 'stethoscope',
    words: 'stethoscope|听诊器|stéthoscope|stethoskop|estetoscopio',
    radius: 0.14,
    middle: 0.012,
    build(b) {
      const hose = (points: number[]): PropBench => b.rod(points, 0.006, { tone: 0.24, tint: [0.75, 0.85, 1] }, 8);
      hose([0, 0.006, -0.02, 0.01, 0.006, 0.04, 0.06, 0.006, 0.09, 0.12, 0.006, 0.07, 0.14, 0.006, 0.0, 0.11, 0.008, -0.06]);
      for (const s of [1, -1]) {
        hose([0, 0.006, -0.02, s * 0.03, 0.006, -0.05]).rod(
          [s * 0.03, 0.006, -0.05, s * 0.055, 0.006, -0.09, s * 0.045, 0.006, -0.14],
          0.0038,
          METAL,
          8,
        );
        b.ball(s * 0.043, 0.008, -0.143, 0.008, DARK);
      }
      b.turn([0, 0, 0.028, 0.001, 0.03, 0.008, 0.024, 0.014, 0.012, 0.02, 0, 0.021], METAL, { x: 0.1, z: -0.085, sharp: true });
    },
  },
  {
    name: 'syringe',
    words: 'syringe|injection|needle|hypodermic|注射器|针|seringue|aiguille|spritze|nadel|jeringa|aguja|jeringuilla',
    radius: 0.085,
    middle: 0.012,
    build(b) {
      const y = 0.012;
      b.rod([-0.035, y, 0, 0.045, y, 0], 0.0105, CLEAR, 18)
        .rod([-0.005, y, 0, 0.042, y, 0], 0.0108, { tone: 0.72, tint: [0.7, 0.9, 1] }, 18)
        .rod([0.045, y, 0, 0.056, y, 0], [0.008, 0.004], { tone: 0.6, tint: [0.6, 0.8, 1] });
      b.rod([0.056, y, 0, 0.105, y * 0.6, 0], 0.0011, GREY, 6).rod([-0.08, y, 0, -0.035, y, 0], 0.004, WHITE, 8);
      b.box(-0.082, 0, 0, 0.004, 0.024, 0.026, WHITE).box(-0.037, 0, 0, 0.004, 0.024, 0.036, WHITE);
      for (let i = 0; i < 8; i++)
        b.stroke([-0.028 + i * 0.009, y + 0.0105, 0.0025, -0.028 + i * 0.009, y + 0.0075, i % 2 ? 0.0075 : 0.01], 0.8);
    },
  },
  {
    name: 'medicine',
    words:
      'pill|pills|pill bottle|medicine|tablets|medication|drug|drugs|vial|药|药片|药瓶|pilule|médicament|comprimé|cachet|pille|pillen|tablette|medizin|medikament|pastilla|píldora|medicina',
    radius: 0.07,
    middle: 0.035,
    build(b) {
      b.turn([0, 0, 0.026, 0, 0.026, 0.062, 0.02, 0.066, 0.02, 0.07], { tone: 0.58, tint: [1, 0.68, 0.35] }).turn(
        [0.026, 0.068, 0.026, 0.086, 0.024, 0.088, 0, 0.088],
        WHITE,
        { sharp: true },
      );
      b.turn([0.0266, 0.014, 0.0266, 0.052], PAPER).stroke([-0.014, 0.045, 0.0235, 0.014, 0.045, 0.0235], 1.4);
      for (const y of [0.036, 0.029, 0.022]) b.stroke([-0.016, y, 0.0225, 0.014, y, 0.0235], 0.6);
      for (let i = 0; i < 12; i++)
        b.stroke(
          [
            Math.cos(i * 0.28 + 0.05) * 0.0264,
            0.07,
            Math.sin(i * 0.28 + 0.05) * 0.0264,
            Math.cos(i * 0.28 + 0.05) * 0.0264,
            0.085,
            Math.sin(i * 0.28 + 0.05) * 0.0264,
          ],
          0.6,
        );
      for (const [x, z, a] of [
        [0.045, 0.02, 0.4],
        [0.05, -0.012, 1.2],
        [-0.045, 0.03, 2],
        [0.02, 0.045, 0],
      ])
        b.moved(x, 0, z, a)
          .rod([-0.006, 0.0045, 0, 0, 0.0045, 0], 0.0045, RED)
          .rod([0, 0.0045, 0, 0.006, 0.0045, 0], 0.0045, WHITE);
    },
  },
];
