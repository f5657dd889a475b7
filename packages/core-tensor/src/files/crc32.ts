/**
 * @file Cyclic redundancy checks of 32 bits, reflected, as file formats carry them: PNG's (polynomial 0x04c11db7) and, for records of
 * TensorFlow, Castagnoli's (0x1edc6f41).
 */

const PNG_REFLECTED = 0xedb88320;
const CASTAGNOLI_REFLECTED = 0x82f63b78;

/** CRC-32 of ISO 3309, the one of PNG, zip and Ethernet, as an unsigned number. `crc32('123456789')` is 0xcbf43926. */
export const crc32 = checksum(PNG_REFLECTED);

/** CRC-32C of Castagnoli (1993), as an unsigned number. `crc32c('123456789')` is 0xe3069283. */
export const crc32c = checksum(CASTAGNOLI_REFLECTED);

function checksum(polynomial: number): (bytes: Uint8Array) => number {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value;
  });
  return (bytes) => {
    let value = 0xffffffff;
    for (let i = 0; i < bytes.length; i++) value = table[(value ^ bytes[i]) & 255] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  };
}
