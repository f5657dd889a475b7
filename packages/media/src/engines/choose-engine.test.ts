import { MissingPeerError } from '@filmai/core-tensor/errors';
import { describe, expect, it } from 'vitest';
import { chooseEngine } from './choose-engine.js';
import type { EngineName, MediaEngine } from './engine.js';

const there = (name: EngineName) => async (): Promise<MediaEngine> => ({ name, version: '1' }) as MediaEngine;
const gone = (message: string) => async (): Promise<MediaEngine> => {
  throw new Error(message);
};
const noNative = gone("Cannot find package 'node-av'");
const noCommand = gone('spawn ffmpeg ENOENT');

describe('the choice of an engine', () => {
  it('is node-av first, and says why the command was not taken', async () => {
    const choice = await chooseEngine({ makers: { 'node-av': there('node-av'), ffmpeg: there('ffmpeg') } });
    expect(choice).toMatchObject({
      name: 'node-av',
      reason: 'first choice and installed',
      others: [{ name: 'ffmpeg', reason: "'node-av' comes first" }],
    });
  });

  it('falls back on the command, and says what node-av lacked', async () => {
    const choice = await chooseEngine({ makers: { 'node-av': noNative, ffmpeg: there('ffmpeg') } });
    expect(choice.name).toBe('ffmpeg');
    expect(choice.others).toEqual([{ name: 'node-av', reason: "is not there: Cannot find package 'node-av'" }]);
  });

  it('takes what is demanded', async () => {
    const choice = await chooseEngine({ engine: 'ffmpeg', makers: { 'node-av': there('node-av'), ffmpeg: there('ffmpeg') } });
    expect(choice).toMatchObject({ name: 'ffmpeg', reason: 'demanded' });
  });

  it('names the line to type where neither is there', async () => {
    const error = await chooseEngine({ makers: { 'node-av': noNative, ffmpeg: noCommand } }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(MissingPeerError);
    expect((error as MissingPeerError).message).toContain('Run: npm install node-av');
    expect((error as MissingPeerError).cause).toMatchObject({ errors: [expect.any(Error), expect.any(Error)] });
  });

  it('names the line to type where the demanded one is missing, even if the other is there', async () => {
    const makers = { 'node-av': noNative, ffmpeg: noCommand };
    await expect(chooseEngine({ engine: 'node-av', makers })).rejects.toMatchObject({ code: 'MISSING_PEER' });
    await expect(chooseEngine({ engine: 'ffmpeg', makers })).rejects.toMatchObject({
      code: 'NO_ENGINE',
      message: /npm install node-av/,
    });
  });

  it('refuses a name that is no engine', async () => {
    await expect(chooseEngine({ engine: 'vlc' as EngineName })).rejects.toBeInstanceOf(TypeError);
  });
});
