import type { Page, Browser as Puppet } from "puppeteer-core";

export interface Evaluation {
  readonly result?: { readonly value?: string & { readonly shadowRoot?: { readonly sharedId: string } | null } };
  readonly exceptionDetails?: { readonly text: string };
}

/** What a script that answers in JSON gave. @throws Error with what the script threw */
export function resultOf({ result, exceptionDetails }: Evaluation): unknown {
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value === undefined ? undefined : JSON.parse(result.value);
}

/** Runs the body of an async function in the browser's own window, with all that Firefox's own code can do. */
export async function evaluateInChrome(puppet: Puppet, script: string): Promise<unknown> {
  const { contexts } = await send<{ contexts: { context: string }[] }>(puppet, "browsingContext.getTree", {
    "moz:scope": "chrome",
  });
  const answer = await send<Evaluation>(puppet, "script.evaluate", {
    target: { context: contexts[0]?.context },
    expression: `(async () => JSON.stringify(await (async () => { ${script} })()))()`,
    awaitPromise: true,
  });
  return resultOf(answer);
}

/** Script text that finds the page's browsing context and tab from the browser's own window. */
export function tabOf(page: Page): string {
  return `const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
    const context = NavigableManager.getBrowsingContextById("${contextOf(page)}");
    const tab = context.topChromeWindow.gBrowser.getTabForBrowser(context.embedderElement);`;
}

// Puppeteer has no public door to raw BiDi: the two functions below hold all that rests on its insides.
export async function send<T>(puppet: Puppet, method: string, params: object): Promise<T> {
  const { connection } = puppet as unknown as { connection: { send(m: string, p: object): Promise<{ result: T }> } };
  return (await connection.send(method, params)).result;
}

export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { readonly _id: string })._id;
}
