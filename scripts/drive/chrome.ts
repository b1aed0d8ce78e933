import { type Browser, type CDPSession, launch, type Page, type Target, type WebWorker } from "puppeteer-core";
import { CARD_HOST, type Engine, type LaunchOptions, type Media, type Toolbar, until } from "./engine.ts";

const CLOSED_NETWORK = "MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

function networkSwitches(network: LaunchOptions["network"]): string[] {
  if (network === "open") return [];
  if (typeof network !== "object") return [`--host-resolver-rules=${CLOSED_NETWORK}`];
  return [`--proxy-server=http://127.0.0.1:${network.proxy}`, "--proxy-bypass-list=<-loopback>"];
}

/** Starts Chromium, Chrome or Edge with the extension, driven over CDP. */
export async function launchChrome(path: string, profile: string, options: LaunchOptions): Promise<Engine> {
  const { extension, headless = true, network = "closed", viewport } = options;
  const puppet = await launch({
    executablePath: path,
    userDataDir: profile,
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: viewport ?? null,
    ignoreDefaultArgs: headless ? [] : ["--enable-automation"],
    args: [
      "--disable-quic",
      "--disable-component-update",
      "--no-default-browser-check",
      ...networkSwitches(network),
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  if (extension) await collectComplaints(puppet);
  const extensionId = extension ? await puppet.installExtension(extension) : "";
  const origin = `chrome-extension://${extensionId}/`;
  const isWorker = (target: Target) => target.type() === "service_worker" && target.url().startsWith(origin);

  async function wakeWorker(page: Page): Promise<WebWorker> {
    if (!puppet.targets().some(isWorker)) {
      const session = await page.createCDPSession();
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.startWorker", { scopeURL: origin });
      await session.detach();
    }
    const worker = await (await puppet.waitForTarget(isWorker, { timeout: 5000 })).worker();
    if (!worker) throw new Error("The extension's service worker cannot be reached");
    return worker;
  }

  async function stopBackground(): Promise<void> {
    for (const target of puppet.targets().filter(isWorker)) {
      await (await target.worker())?.close();
      await until("the service worker to stop", () => !puppet.targets().includes(target));
    }
  }

  return {
    puppet,
    extensionId,
    callInCard,
    setMedia,
    toolbar: async (page) => readToolbar(await wakeWorker(page), page.url()),
    warnings: () => readWarnings(puppet, extensionId),
    stopBackground,
    // Not `runtime.reload()`, which a test would have to call from the worker that it ends.
    reloadExtension: async () => {
      await stopBackground();
      if (extension) await puppet.installExtension(extension);
      await puppet.waitForTarget(isWorker, { timeout: 5000 });
    },
    openExtensionPage: async (path) => {
      const page = await puppet.newPage();
      await page.goto(origin + path);
      return page;
    },
  };
}

async function callInCard(page: Page, functionText: string, args: readonly unknown[]): Promise<unknown> {
  const session = await page.createCDPSession();
  try {
    const expression = `document.querySelector("${CARD_HOST}")`;
    const { objectId } = (await session.send("Runtime.evaluate", { expression })).result;
    if (!objectId) return undefined;
    const { node } = await session.send("DOM.describeNode", { objectId, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return undefined;
    const { object } = await session.send("DOM.resolveNode", { backendNodeId });
    const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
      ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
      functionDeclaration: `function (...args) { return (${functionText})(this, ...args); }`,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}

/** The emulation belongs to a session and ends with it. */
const emulating = new WeakMap<Page, CDPSession>();

async function setMedia(page: Page, { scheme, reducedMotion, forcedColours }: Media): Promise<void> {
  const features = [
    { name: "prefers-color-scheme", value: scheme ?? "" },
    { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "" },
    { name: "forced-colors", value: forcedColours ? "active" : "" },
  ];
  const session = emulating.get(page) ?? (await page.createCDPSession());
  emulating.set(page, session);
  await session.send("Emulation.setEmulatedMedia", { features });
}

/** Chromium collects what it complains of in developer mode only, from the installation on. */
function collectComplaints(puppet: Browser): Promise<void> {
  return onExtensionsPage(puppet, (page) =>
    page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })),
  );
}

function readWarnings(puppet: Browser, id: string): Promise<string[]> {
  return onExtensionsPage(puppet, (page) =>
    page.evaluate(async (id) => {
      const info = await chrome.developerPrivate.getExtensionInfo(id);
      const errors = [...info.manifestErrors, ...info.runtimeErrors].map(({ message }) => message);
      return [...(info.installWarnings ?? []), ...errors];
    }, id),
  );
}

/** The only page that has the calls for this. */
async function onExtensionsPage<T>(puppet: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await puppet.newPage();
  try {
    await page.goto("chrome://extensions");
    return await use(page);
  } finally {
    await page.close();
  }
}

function readToolbar(worker: WebWorker, url: string): Promise<Toolbar> {
  return worker.evaluate(async (url) => {
    const tabs = (await chrome.tabs.query({})).filter((tab) => tab.url === url);
    const tabId = (tabs.find((tab) => tab.active) ?? tabs[0])?.id;
    if (tabId === undefined) throw new Error(`No tab shows ${url}`);
    return { badge: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
  }, url);
}

/** The little of the extension API that runs in the worker above. */
declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    getExtensionInfo(id: string): Promise<{
      installWarnings?: string[];
      manifestErrors: { message: string }[];
      runtimeErrors: { message: string }[];
    }>;
  };
  tabs: { query(filter: object): Promise<{ id?: number; url?: string; active: boolean }[]> };
  action: { getBadgeText(tab: { tabId: number }): Promise<string>; getTitle(tab: { tabId: number }): Promise<string> };
};
