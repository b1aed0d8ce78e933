import { createServer } from "node:http";
import { listen } from "../scripts/serve.ts";

export interface RecordingProxy {
  readonly port: number;
  /** Every request so far: `GET http://host/path`, or `CONNECT host:443` for a secure one. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A proxy on 127.0.0.1 that answers with `pages`, by their whole address, and forwards nothing. */
export async function recordingProxy(pages: Readonly<Record<string, string>>): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = createServer(({ method, url = "" }, response) => {
    requests.push(`${method} ${url}`);
    const known = Object.hasOwn(pages, url);
    response.writeHead(known ? 200 : 502, { "content-type": "text/html; charset=utf-8" }).end(known ? pages[url] : "");
  });
  server.on("connect", ({ url }, socket) => {
    requests.push(`CONNECT ${url}`);
    // The browser may hang up first.
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  return { requests, ...(await listen(server)) };
}
