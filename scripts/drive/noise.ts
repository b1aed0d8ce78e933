import type { Page } from "puppeteer-core";

/** What a page said that a reader's console or a site's report endpoint would get to see. */
export interface Noise {
  /** Console messages and uncaught errors since the call, each as `type: text (source)`. */
  readonly console: readonly string[];
  /** Content Security Policy and Trusted Types violations of the present document, each as `directive blocked`. */
  violations(): Promise<string[]>;
}

/** Listens to `page` from now on; call it before `page.goto`. */
export async function noiseOf(page: Page): Promise<Noise> {
  const console: string[] = [];
  page.on("console", (message) => {
    console.push(`${message.type()}: ${message.text()} (${message.location().url ?? ""})`);
  });
  page.on("pageerror", (error) => {
    console.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`);
  });
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenViolations: seen });
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      seen.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  return {
    console,
    violations: () => page.evaluate(() => (globalThis as unknown as { seenViolations: string[] }).seenViolations),
  };
}
