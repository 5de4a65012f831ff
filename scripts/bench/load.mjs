// A small closed-loop load on loopback: each connection sends a request, reads the whole answer, and sends the next.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/** One keep-alive connection. `get(path, headers)` resolves with status and body length when the whole answer has come. */
export function openConnection(address, headers = {}) {
  const { hostname, port, host } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setNoDelay(true);
  const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  let waiting = null;
  let held = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const answer = readAnswer(held);
    if (answer === null || waiting === null) return;
    held = held.subarray(answer.end);
    const done = waiting;
    waiting = null;
    done.resolve(answer);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  return {
    get(path, more = {}) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        const extra = Object.entries(more).map(([name, value]) => `${name}: ${value}\r\n`);
        socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}${extra.join('')}\r\n`);
      });
    },
    close: () => socket.destroy(),
  };
}

function readAnswer(buffer) {
  const headEnd = buffer.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = buffer.subarray(0, headEnd).toString('latin1');
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (length) {
    const end = headEnd + 4 + Number(length[1]);
    return buffer.length >= end ? { status, bytes: Number(length[1]), end } : null;
  }
  const last = buffer.indexOf('\r\n0\r\n\r\n', headEnd);
  return last < 0 ? null : { status, bytes: last - headEnd, end: last + 7 };
}

/** Runs `connections` loops for some seconds, each on the path or on the one that `path` gives for its number; gives answers a second and the latencies in milliseconds. Throws on any other status than 200. */
export async function load(address, path, { connections, seconds, headers = {}, pauseMs = 0 }) {
  const open = Array.from({ length: connections }, () => openConnection(address, headers));
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  const latencies = [];
  await Promise.all(
    open.map(async (connection, index) => {
      const own = typeof path === 'function' ? path(index) : path;
      while (performance.now() < until) {
        const sent = performance.now();
        const { status } = await connection.get(own);
        if (status !== 200) throw new Error(`${own} answered ${status}`);
        latencies.push(performance.now() - sent);
        if (pauseMs > 0) await new Promise((done) => setTimeout(done, pauseMs));
      }
      connection.close();
    }),
  );
  const spent = (performance.now() - started) / 1000;
  return { perSecond: latencies.length / spent, medianMs: median(latencies), p95Ms: quantile(latencies, 0.95) };
}

export function median(numbers) {
  return quantile(numbers, 0.5);
}

function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
