/** @file One name for a container out of the families that FFmpeg's demuxers serve. */

/**
 * @param demuxer - FFmpeg's name, which may be a list: `'mov,mp4,m4a,3gp,3g2,mj2'`.
 * @param path - The file, whose extension tells WebM from Matroska.
 * @param brand - The major brand of an MP4 or MOV.
 */
export function containerName(demuxer: string, path: string, brand?: string): string {
  if (demuxer.startsWith('mov,')) return brand?.startsWith('qt') ? 'mov' : 'mp4';
  if (demuxer.startsWith('matroska')) return /\.webm$/i.test(path) ? 'webm' : 'matroska';
  return demuxer.split(',')[0];
}
