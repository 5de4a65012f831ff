import pino from 'pino';
import type { Log } from '../web/deps.ts';
import type { LogLevel } from './settings.ts';

const STANDARD_ERROR = 2;

/**
 * The program's log: one JSON line an event on standard error, so that what commands print stays clean. No personal data
 * is ever handed to it. Lines are written beside the work, several at a time when there are many; what waits is written
 * when the program ends.
 */
export function createLog(level: LogLevel, destination: pino.DestinationStream = standardError()): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

function standardError(): pino.DestinationStream {
  return pino.destination({ dest: STANDARD_ERROR, sync: false });
}
