/**
 * @file A printable character for each of the 256 bytes, as GPT-2's vocabulary files write them (Radford et al. 2019): what can be seen in
 * Latin-1 stands for itself, the other 68 bytes get the characters from U+0100 on.
 */

/** The character of each byte. */
export const BYTE_CHARACTERS: readonly string[] = characters();

function characters(): string[] {
  let hidden = 0;
  return Array.from({ length: 256 }, (_, byte) => {
    const seen = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    return String.fromCodePoint(seen ? byte : 256 + hidden++);
  });
}
