import pino from 'pino';
import type { Log } from '../web/deps.ts';

/** The program's log: one JSON line an event on standard error, so that what commands print stays clean. No personal data is ever handed to it. */
export function createLog(level: 'info' | 'warn' | 'silent'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
