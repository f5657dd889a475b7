/** @file Time as people read it. */

/** Minutes and whole seconds: `'5:07'`. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
