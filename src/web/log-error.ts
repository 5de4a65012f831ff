/**
 * An error as the log may keep it: kind, database code, place in our code, and the message with everything quoted cut
 * out, since databases and parsers quote what people have written.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code,
    message: withoutQuotes(error.message),
    at: frames.slice(0, 12).map((f) => f.trim()),
  };
}

function withoutQuotes(message: string): string {
  return message.replace(/(["'“”»«`]).*?\1/gs, '…').slice(0, 300);
}
