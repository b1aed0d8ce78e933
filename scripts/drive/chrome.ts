import { type CDPSession, launch, type Page } from "puppeteer-core";
import { penTap, pinch, pointerPlace, readClipboard } from "./chrome-input.ts";
import {
  allowHost,
  collectComplaints,
  configure,
  openIncognito,
  readWarnings,
  setEnabled,
  setTextSize,
} from "./chrome-pages.ts";
import { extensionWorker, frontTab, readCommands, readToolbar, sendCommand, tabAt, zoomTab } from "./chrome-worker.ts";
import { CARD_HOST, type Engine, hasWelcome, type LaunchOptions, type Media } from "./engine.ts";

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
    // Puppeteer would have no page come back as it was left, as readers' browsers do.
    ignoreDefaultArgs: ["--disable-back-forward-cache", ...(headless ? [] : ["--enable-automation"])],
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
  const worker = extensionWorker(puppet, origin);
  const tabId = async (page: Page) => {
    await page.bringToFront();
    return frontTab(await worker.wake());
  };
  if (hasWelcome(options)) {
    const welcome = await puppet.waitForTarget((target) => target.url() === `${origin}welcome.html`);
    await (await welcome.page())?.close();
  }

  return {
    puppet,
    extensionId,
    callInCard,
    setMedia,
    pointerPlace,
    penTap,
    pinch,
    zoom: async (page, factor) => {
      await page.bringToFront();
      return zoomTab(await worker.wake(), factor);
    },
    textSize: async (px) => {
      await setTextSize(puppet, px);
    },
    clipboard: () => readClipboard(puppet),
    saveDownloadsIn: async (downloadPath) => {
      const session = await puppet.target().createCDPSession();
      await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath });
    },
    toolbar: async (page) => {
      const woken = await worker.wake();
      return readToolbar(woken, (await tabAt(woken, page.url())) ?? (await tabId(page)));
    },
    tabId,
    commands: async () => readCommands(await worker.wake()),
    sendCommand: async (page, name) => {
      await page.bringToFront();
      await sendCommand(await worker.wake(), name);
    },
    warnings: () => readWarnings(puppet, extensionId),
    stopBackground: worker.stop,
    isBackgroundRunning: async () => worker.isRunning(),
    // Not `runtime.reload()`, which a test would have to call from the worker that it ends.
    reloadExtension: async () => {
      await worker.stop();
      if (extension) await puppet.installExtension(extension);
      await worker.started();
    },
    openPrivate: async (url) => {
      // The extension starts anew; a worker that is driven would not be let go.
      await worker.stop();
      await configure(puppet, extensionId, { incognitoAccess: true });
      await openIncognito(puppet, `${origin}options.html`, url);
      const target = await puppet.waitForTarget((target) => target.url() === url);
      const page = await target.page();
      if (!page) throw new Error("The private window has no page");
      return page;
    },
    setEnabled: async (isEnabled) => {
      await worker.stop();
      await setEnabled(puppet, extensionId, isEnabled);
    },
    setSiteAccess: async (access) => {
      const hostAccess = typeof access === "object" ? "ON_SPECIFIC_SITES" : access ? "ON_ALL_SITES" : "ON_CLICK";
      await configure(puppet, extensionId, { hostAccess });
      if (typeof access === "object") await allowHost(puppet, extensionId, access.host);
    },
    acceptPermissions: () => Promise.reject(new Error("Only a hand can answer Chromium's question")),
    addresses: async () => (await puppet.pages()).map((page) => page.url()),
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

async function setMedia(page: Page, { scheme, reducedMotion, forcedColours, touch }: Media): Promise<void> {
  const features = [
    { name: "prefers-color-scheme", value: scheme ?? "" },
    { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "" },
    { name: "forced-colors", value: forcedColours ? "active" : "" },
  ];
  const session = emulating.get(page) ?? (await page.createCDPSession());
  emulating.set(page, session);
  await session.send("Emulation.setEmulatedMedia", { features });
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: touch === true });
}
