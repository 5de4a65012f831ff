import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { PackFiles } from '../../app/trail/archive-ports.ts';

/** Packs files into a zip archive, each compressed as it comes. */
export const packFiles: PackFiles = (files, at) => {
  const archive = new yazl.ZipFile();
  for (const { name, content } of files)
    archive.addReadStreamLazy(name, { mtime: at }, (give) => {
      const source = Readable.from(content(), { objectMode: false });
      // Whoever reads the archive is told of what goes wrong with one of its files.
      source.on('error', (error) => archive.outputStream.emit('error', error));
      give(null, source);
    });
  archive.end();
  return archive.outputStream as Readable;
};
