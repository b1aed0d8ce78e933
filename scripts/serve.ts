import { readFile } from "node:fs/promises";
import { createServer, type OutgoingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** A folder on disk, or a map from path to body (`{"/": "<!doctype html>…"}`). */
export type Site = string | Readonly<Record<string, string | Uint8Array>>;

export interface Served {
  readonly origin: string;
  /** The same site under another host name, for browsers launched with a closed network: `at("a.test")`. */
  at(host: string): string;
  /** Every request so far, as `GET /path`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".txt": "text/plain",
};

/** Serves `site` on 127.0.0.1 at a free port; `headers` go with every answer and win over the guessed content type. */
export async function serve(site: Site, { headers = {} }: { headers?: OutgoingHttpHeaders } = {}): Promise<Served> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url ?? "/");
    requests.push(`${request.method} ${path}`);
    const body = await find(site, path);
    // A file may be written in any encoding: its own `meta charset` shall count.
    const charset = typeof body === "string" ? "; charset=utf-8" : "";
    const type = (TYPES[extname(path)] ?? "text/html") + charset;
    // A missing favicon is no fault of the page: 204 keeps the console quiet.
    const status = body !== undefined ? 200 : path === "/favicon.ico" ? 204 : 404;
    response.writeHead(status, { "content-type": type, ...lowerCased(headers) }).end(body);
  });
  const { port, close } = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, at: (host) => `http://${host}:${port}`, requests, close };
}

/** Starts `server` on 127.0.0.1 at a free port. */
export async function listen(server: Server): Promise<{ port: number; close(): Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pathOf(url: string): string {
  const { pathname } = new URL(url, "http://127.0.0.1");
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

async function find(site: Site, path: string): Promise<string | Uint8Array | undefined> {
  if (typeof site !== "string") return Object.hasOwn(site, path) ? site[path] : undefined;
  // Normalised as an absolute path, `..` cannot climb out of the folder.
  const file = join(site, normalize(path.endsWith("/") ? `${path}index.html` : path));
  return readFile(file).catch(() => undefined);
}

function lowerCased(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
